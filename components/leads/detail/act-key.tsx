import { actKeys, type WorkActName } from "#components/leads/list/lead-acts.ts";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd.tsx";

/** The key of an act, which is the same on a lead's page as in the list. */
export function ActKey({ act, className }: { act: WorkActName; className?: string }) {
  return (
    <Kbd aria-hidden className={cn("uppercase", className)}>
      {actKeys[act]}
    </Kbd>
  );
}
