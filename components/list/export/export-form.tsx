"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ColumnChoice } from "#components/list/export/column-choice.tsx";
import { exportHref } from "#components/list/export/export-href.ts";
import { followDownload } from "#components/list/export/receive-csv.ts";
import { useExport } from "#components/list/export/use-export.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ListName } from "#lib/base/list/names.ts";
import type { ColumnId } from "#lib/export/columns.ts";

/** What can be exported of a list. */
export interface Exported {
  list: ListName;
  /** The export's address, with the query string of the list. */
  href: string;
  /** How many rows the list has, as far as it was counted; `isCapped` says that there are more. */
  total: number;
  isCapped: boolean;
  /** What the file can have, and which of it the person left out last time. */
  columns: ColumnId[];
  leftOut: string[];
  onLeaveOut: (leftOut: string[]) => void;
}

interface ExportFormProps extends Exported {
  close: () => void;
}

/** Says what the file will hold, and makes it. */
export function ExportForm({ list, total, isCapped, columns, close, ...props }: ExportFormProps) {
  const t = useTranslations("export");
  const [leftOut, setLeftOut] = useState(props.leftOut);
  const href = exportHref(props.href, columns, leftOut);
  const { received, start, cancel } = useExport(href, close);
  const hasColumns = columns.some((id) => !leftOut.includes(id));

  function startInBrowser() {
    followDownload(href);
    toast.message(t("started"));
    close();
  }

  function startAsChosen() {
    if (leftOut.join() !== props.leftOut.join()) props.onLeaveOut(leftOut);
    if (isCapped) startInBrowser();
    else void start();
  }

  return (
    <>
      <DialogHeader>
        <DialogTitle>{t(`title.${list}`)}</DialogTitle>
        <DialogDescription>{total === 0 ? t("nothing") : t("explain")}</DialogDescription>
      </DialogHeader>
      <div className="grid min-h-[46px] content-center gap-2 text-heading">
        <p className="text-base tabular-nums">
          {received !== null && t("progress", { received, total })}
          {received === null && t(isCapped ? "rowsCapped" : "rows", { count: total })}
        </p>
        {received !== null && <Progress label={t("progressLabel")} value={received} max={total} />}
        {isCapped && <p className="text-sm text-subheading">{t("explainLarge")}</p>}
      </div>
      {total > 0 && (
        <ColumnChoice
          columns={columns}
          leftOut={leftOut}
          onChange={setLeftOut}
          disabled={received !== null}
        />
      )}
      <DialogFooter>
        <Button onClick={received === null ? close : cancel}>{t("cancel")}</Button>
        <Button
          variant="primary"
          loading={received !== null}
          disabled={total === 0 || !hasColumns}
          onClick={startAsChosen}
        >
          {isCapped ? t("startCapped") : t("start", { count: total })}
        </Button>
      </DialogFooter>
    </>
  );
}
