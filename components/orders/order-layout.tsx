import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface OrderLayoutProps {
  items: ReactNode;
  amounts: ReactNode;
  timeline: ReactNode;
  shipping: ReactNode;
  others: ReactNode;
}

/** What was sold and its story at the left, who to at the right; in one column who it goes to comes before the story. */
export function OrderLayout({ items, amounts, timeline, shipping, others }: OrderLayoutProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_344px]">
      <div className="grid grid-cols-1 gap-4 max-lg:contents">
        <div className="grid grid-cols-1 gap-4 max-lg:order-1">
          {items}
          {amounts}
        </div>
        <div className="grid grid-cols-1 max-lg:order-3 max-lg:empty:hidden">{timeline}</div>
      </div>
      <div className="grid grid-cols-1 gap-4 max-lg:order-2">
        {shipping}
        {others}
      </div>
    </div>
  );
}

export function OrderSkeleton() {
  const t = useTranslations("common");
  return (
    <>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <div className="flex h-8 items-center gap-3">
        <Skeleton className="h-7 w-52" />
        <Skeleton className="h-[22px] w-20 rounded-full" />
      </div>
      <OrderLayout
        items={<Skeleton className="h-56 rounded-xl" />}
        amounts={<Skeleton className="h-40 rounded-xl" />}
        timeline={<Skeleton className="h-56 rounded-xl" />}
        shipping={<Skeleton className="h-56 rounded-xl" />}
        others={<Skeleton className="h-36 rounded-xl" />}
      />
    </>
  );
}
