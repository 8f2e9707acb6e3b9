/** How long the process computes while `work` runs, in milliseconds: unlike the time on the clock it is the same on a busy machine. */
export function computingTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
