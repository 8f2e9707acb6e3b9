"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ViewForm } from "#components/list/saved-views/view-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogHeader, DialogTitle, DialogTrigger } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { saveViewAction } from "#lib/base/list/actions.ts";
import type { ListName } from "#lib/base/list/names.ts";

export interface SaveViewButtonProps {
  list: ListName;
  /** The query string of what is shown, without the question mark. */
  query: string;
}

/** Keeps what the list shows now under a name. */
export function SaveViewButton({ list, query }: SaveViewButtonProps) {
  const t = useTranslations("views");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost">
          <Bookmark aria-hidden className="md:hidden" />
          {t("save")}
        </Button>
      </DialogTrigger>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t("saveTitle")}</DialogTitle>
        </DialogHeader>
        <ViewForm
          view={{ name: "", isShared: false }}
          submitLabel={t("save")}
          save={(values) => saveViewAction({ ...values, list, query })}
          onSaved={() => {
            setOpen(false);
            toast.success(t("saved"));
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
