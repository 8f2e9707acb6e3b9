"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";
import type { Exported } from "#components/list/export/export-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogTrigger } from "#components/ui/dialog.tsx";

const ExportForm = lazy(() =>
  import("#components/list/export/export-form.tsx").then((module) => ({ default: module.ExportForm })),
);

/** Says what would be exported, then downloads it. What is more than the list counted, the browser downloads by itself. */
export function ExportButton(props: Exported) {
  const t = useTranslations("export");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost">
          <Download aria-hidden />
          {t("button")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <ExportForm {...props} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
