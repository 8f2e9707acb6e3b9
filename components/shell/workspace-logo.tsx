import { cn } from "#components/ui/cn.ts";
import { logoAddress } from "#lib/workspace/model.ts";

/** A workspace by its logo. It says nothing that the name beside it does not. */
export function WorkspaceLogo({ logo, className }: { logo: string; className: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: Next's optimiser would ask for it as nobody, and the address checks rights
    <img
      src={logoAddress(logo)}
      alt=""
      className={cn("shrink-0 border bg-surface object-cover", className)}
    />
  );
}
