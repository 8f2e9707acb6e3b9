import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";

/** Makes a function that says what a lead is called in the list: by its buyer, and without a name by the phone. */
export function useLeadName(): (lead: Pick<ListedLead, "customerName" | "phoneText">) => string {
  const t = useTranslations("leads");
  return ({ customerName, phoneText }) => customerName ?? phoneText ?? t("noName");
}
