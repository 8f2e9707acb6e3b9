/**
 * Runs `stop` at the first Ctrl-C or SIGTERM and then ends the process; a second signal ends it at once.
 *
 * @returns whether that has begun: what fails from then on fails because of it
 */
export function onStopSignal(stop: () => Promise<void>): () => boolean {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return () => stopping;
}
