/** Shows how far a long task is: a bar at a terminal, else a line for each tenth. */
export interface Progress {
  step(): void;
  done(): void;
}

const width = 30;

export function startProgress(label: string, total: number): Progress {
  let count = 0;
  let shown = -1;

  function show(): void {
    const share = total === 0 ? 1 : count / total;
    const part = Math.floor(share * (process.stdout.isTTY ? 100 : 10));
    if (part === shown) return;
    shown = part;
    if (!process.stdout.isTTY) {
      console.log(`${label}: ${Math.round(share * 100)} %`);
      return;
    }
    const filled = Math.round(share * width);
    process.stdout.write(
      `\r${label}  ${"█".repeat(filled)}${"░".repeat(width - filled)}  ${Math.round(share * 100)} %`,
    );
  }

  return {
    step() {
      count++;
      show();
    },
    done() {
      if (process.stdout.isTTY) process.stdout.write("\n");
    },
  };
}
