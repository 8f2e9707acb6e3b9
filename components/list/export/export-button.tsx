"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ColumnChoice } from "#components/list/export/column-choice.tsx";
import { exportHref } from "#components/list/export/export-href.ts";
import { followDownload } from "#components/list/export/receive-csv.ts";
import { useExport } from "#components/list/export/use-export.ts";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { ListName } from "#lib/base/list/names.ts";
import type { ColumnId } from "#lib/export/columns.ts";

export interface ExportButtonProps {
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

/** Says what would be exported, then downloads it. What is more than the list counted, the browser downloads by itself. */
export function ExportButton(props: ExportButtonProps) {
  const t = useTranslations("export");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="icon-on-phone">
          <Download aria-hidden />
          <span className="max-md:sr-only">{t("button")}</span>
        </Button>
      </DialogTrigger>
      <DialogContent>
        <ExportForm {...props} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

interface ExportFormProps extends ExportButtonProps {
  close: () => void;
}

function ExportForm({ list, total, isCapped, columns, close, ...props }: ExportFormProps) {
  const t = useTranslations("export");
  const [leftOut, setLeftOut] = useState(props.leftOut);
  const href = exportHref(props.href, columns, leftOut);
  const { received, start, cancel } = useExport(href, close);
  const hasColumns = columns.some((id) => !leftOut.includes(id));

  function startInBrowser() {
    followDownload(href);
    toast(t("started"));
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
