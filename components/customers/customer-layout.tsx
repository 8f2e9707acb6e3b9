import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface CustomerLayoutProps {
  history: ReactNode;
  leads: ReactNode;
  notes: ReactNode;
  figures: ReactNode;
  contact: ReactNode;
  /** What each seller knows; null where there is nothing to compare. */
  sellers: ReactNode;
}

/** What the customer bought at the left, who it is at the right; in one column the person comes first. */
export function CustomerLayout({ history, leads, notes, figures, contact, sellers }: CustomerLayoutProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_344px]">
      <div className="grid grid-cols-1 gap-4 max-lg:order-2">
        {history}
        {leads}
        {notes}
      </div>
      <div className="grid grid-cols-1 gap-4">
        {figures}
        {contact}
        {sellers}
      </div>
    </div>
  );
}

export function CustomerSkeleton() {
  const t = useTranslations("common");
  return (
    <>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <div className="flex h-8 items-center gap-3">
        <Skeleton className="h-7 w-52" />
      </div>
      <CustomerLayout
        history={<Skeleton className="h-80 rounded-xl" />}
        leads={null}
        notes={<Skeleton className="h-32 rounded-xl" />}
        figures={<Skeleton className="h-44 rounded-xl" />}
        contact={<Skeleton className="h-44 rounded-xl" />}
        sellers={null}
      />
    </>
  );
}
