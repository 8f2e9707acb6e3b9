"use client";

import { useTranslations } from "next-intl";
import type { ReadImport } from "#components/inventory/import/import-requests.ts";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { importFields } from "#lib/inventory/model.ts";

const none = "none";
const decimals = ["comma", "point"] as const;

export interface ColumnsCardProps {
  read: ReadImport;
  isPending: boolean;
  onChange: (reading: Partial<Pick<ReadImport, "columns" | "decimal">>) => void;
}

/** Which column of the file says what, and how it writes decimals: guessed, and changed where the guess is wrong. */
export function ColumnsCard({ read: { headings, columns, decimal }, isPending, onChange }: ColumnsCardProps) {
  const t = useTranslations("inventory.import");
  return (
    <Card>
      <CardHeader className="flex-wrap justify-start gap-x-2 gap-y-0">
        <CardTitle>{t("columns")}</CardTitle>
        <CardDescription>{t("columnsText")}</CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-2 gap-4 pt-2 md:grid-cols-4">
        {importFields.map((field) => (
          <Field key={field} label={t(`fields.${field}`)}>
            <Select
              disabled={isPending}
              value={columns[field] === null ? none : String(columns[field])}
              onValueChange={(place) =>
                onChange({ columns: { ...columns, [field]: place === none ? null : Number(place) } })
              }
            >
              <SelectTrigger />
              <SelectContent>
                <SelectItem value={none}>{t("notInFile")}</SelectItem>
                {headings.map((heading, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading, and none moves
                  <SelectItem key={place} value={String(place)}>
                    {heading || `${place + 1}`}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </Field>
        ))}
        <Field label={t("decimal")} className="col-span-2">
          <Select
            disabled={isPending}
            value={decimal}
            onValueChange={(sign) => onChange({ decimal: sign as (typeof decimals)[number] })}
          >
            <SelectTrigger />
            <SelectContent>
              {decimals.map((sign) => (
                <SelectItem key={sign} value={sign}>
                  {t(sign)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
      </CardContent>
    </Card>
  );
}
