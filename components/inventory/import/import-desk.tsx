"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ColumnsCard } from "#components/inventory/import/columns-card.tsx";
import { ImportedCard } from "#components/inventory/import/imported-card.tsx";
import { PlanCard } from "#components/inventory/import/plan-card.tsx";
import { useImport } from "#components/inventory/import/use-import.ts";
import { OwnerChoice } from "#components/inventory/owner-field.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface ImportDeskProps {
  /** Whose the products may be, for those who may choose; else they are one's own. */
  owners: { id: string; name: string }[] | null;
  userId: string;
}

/** A file of products: chosen, read, shown row by row, and only then written. */
export function ImportDesk({ owners, userId }: ImportDeskProps) {
  const t = useTranslations("inventory.import");
  const picker = useRef<HTMLInputElement>(null);
  const [owner, setOwner] = useState<string | null>(owners ? null : userId);
  const { file, read, done, wrong, isPending, progress, choose, change, write, startOver } = useImport(owner);
  if (done) return <ImportedCard done={done} onAgain={startOver} />;
  return (
    <>
      <Card className="grid items-start gap-4 p-4 md:grid-cols-2">
        <Field label={t("file")} hint={t("fileHint")}>
          <div className="flex min-w-0 items-center gap-3">
            <input
              ref={picker}
              type="file"
              accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-label={t("file")}
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                const [chosen] = event.target.files ?? [];
                event.target.value = "";
                if (chosen) void choose(chosen);
              }}
            />
            <Button
              variant={file ? "outline" : "primary"}
              loading={isPending && !read}
              onClick={() => picker.current?.click()}
            >
              <Upload aria-hidden />
              {t(file ? "other" : "choose")}
            </Button>
            {isPending && !read && <VisuallyHidden role="status">{t("reading")}</VisuallyHidden>}
            {file && <bdi className="truncate text-body text-sm">{file.name}</bdi>}
          </div>
        </Field>
        {owners && (
          <Field label={t("owner")}>
            <OwnerChoice
              owners={owners}
              value={owner}
              onChange={(next) => {
                setOwner(next);
                void change({ owner: next });
              }}
            />
          </Field>
        )}
      </Card>
      {wrong && (
        <Alert tone="danger" role="alert">
          {wrong}
        </Alert>
      )}
      {read && (
        <>
          <ColumnsCard read={read} isPending={isPending} onChange={(reading) => void change(reading)} />
          <PlanCard plan={read.plan} isPending={isPending} progress={progress} onWrite={() => void write()} />
        </>
      )}
    </>
  );
}
