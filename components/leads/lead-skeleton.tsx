import { useTranslations } from "next-intl";
import { LeadLayout } from "#components/leads/lead-layout.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export function LeadSkeleton() {
  const t = useTranslations("common");
  return (
    <>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <div className="flex h-8 items-center gap-3">
        <Skeleton className="h-7 w-52" />
        <Skeleton className="h-[22px] w-20 rounded-full" />
      </div>
      <LeadLayout
        order={<Skeleton className="h-56 rounded-xl" />}
        contact={<Skeleton className="h-44 rounded-xl" />}
        timeline={<Skeleton className="h-44 rounded-xl" />}
        others={
          <>
            <Skeleton className="h-24 rounded-xl" />
            <Skeleton className="h-24 rounded-xl" />
          </>
        }
      />
    </>
  );
}
