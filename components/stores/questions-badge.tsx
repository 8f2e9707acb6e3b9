import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";

/** How much Astra asks about a store; nothing when it asks nothing. */
export function QuestionsBadge({ count }: { count: number }) {
  const t = useTranslations("stores.questions");
  return count > 0 && <Badge tone="amber">{t("count", { count })}</Badge>;
}
