import { Package } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { photoAddress } from "#lib/inventory/model.ts";

export interface ProductPhotoProps {
  product: { id: string; photo: string | null };
  className?: string;
}

/** What a product looks like, or a sign in its place. It says nothing that the name beside it does not. */
export function ProductPhoto({ product: { id, photo }, className = "size-8 rounded-lg" }: ProductPhotoProps) {
  return (
    <span
      className={cn(
        "flex shrink-0 items-center justify-center overflow-hidden border bg-hover text-subheading",
        className,
      )}
    >
      {photo ? (
        // biome-ignore lint/performance/noImgElement: Next's optimiser would ask for it as nobody, and the address checks rights
        <img
          src={photoAddress({ id, photo })}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <Package aria-hidden className="size-1/2" strokeWidth={1.75} />
      )}
    </span>
  );
}
