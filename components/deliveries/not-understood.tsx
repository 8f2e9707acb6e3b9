import { useTranslations } from "next-intl";

const shownFields = 5;

/** The fields of a delivery that were left out; the order came in without them. */
export function NotUnderstood({ fields }: { fields: string[] }) {
  const t = useTranslations("deliveries");
  if (fields.length === 0) return null;
  const shown = fields.slice(0, shownFields);
  return (
    <span className="block">
      {t.rich("notUnderstood", {
        count: fields.length,
        others: fields.length - shown.length,
        fields: () => <span className="break-all font-mono">{shown.join(", ")}</span>,
      })}
    </span>
  );
}
