import type { Reporter, TestModule } from "vitest/node";

const shownFiles = 10;

interface Span {
  project: string;
  file: string;
  from: number;
  to: number;
}

/** Says where the time went: the seconds from the first file of each project to the end of its last, and the slowest files. */
export class TimingReporter implements Reporter {
  readonly #spans = new Map<string, Span>();

  onTestModuleQueued({ id, project, relativeModuleId: file }: TestModule): void {
    const now = performance.now();
    this.#spans.set(id, { project: project.name, file, from: now, to: now });
  }

  onTestModuleEnd({ id }: TestModule): void {
    const span = this.#spans.get(id);
    if (span) span.to = performance.now();
  }

  onTestRunEnd(): void {
    const spans = [...this.#spans.values()];
    const projects = [...Map.groupBy(spans, ({ project }) => project)].map(([project, files]) => {
      const from = Math.min(...files.map((file) => file.from));
      const to = Math.max(...files.map((file) => file.to));
      return `${seconds({ from, to })}  ${project} (${files.length} files)`;
    });
    const slowest = spans
      .sort((one, other) => other.to - other.from - (one.to - one.from))
      .slice(0, shownFiles)
      .map((span) => `${seconds(span)}  ${span.file}`);
    console.log(["\nSeconds per project", ...projects, "\nSlowest files", ...slowest].join("\n"));
  }
}

function seconds({ from, to }: Pick<Span, "from" | "to">): string {
  return ((to - from) / 1000).toFixed(1).padStart(7);
}
