"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogTrigger } from "#components/ui/dialog.tsx";
import type { ListName } from "#lib/base/list/names.ts";
import type { ColumnId } from "#lib/export/columns.ts";

const ExportForm = lazy(() =>
  import("#components/list/export/export-form.tsx").then((module) => ({ default: module.ExportForm })),
);

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
