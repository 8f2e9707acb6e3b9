import { useTranslations } from "next-intl";

export const CONTENT_ID = "content";

/** First in the tab order; seen only while it has the focus. */
export function SkipLink() {
  const t = useTranslations("nav");
  return (
    <a
      href={`#${CONTENT_ID}`}
      className="fixed top-2 start-2 z-50 -translate-y-16 rounded-lg border bg-raised px-3 py-2 font-medium text-heading text-sm focus-visible:translate-y-0 focus-visible:shadow-float"
    >
      {t("skipToContent")}
    </a>
  );
}
