import { CopyButton } from "#components/ui/copy-button.tsx";

/** A text to take elsewhere, such as an address, with a button that copies it. */
export function CopyField({ value, copyLabel }: { value: string; copyLabel: string }) {
  return (
    <div className="flex min-w-0 items-center gap-1 rounded-lg border bg-background ps-3">
      <code className="min-w-0 flex-1 wrap-anywhere py-1.5 font-mono text-heading text-xs">{value}</code>
      <CopyButton value={value} label={copyLabel} />
    </div>
  );
}
