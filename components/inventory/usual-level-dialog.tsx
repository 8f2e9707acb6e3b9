"use client";

import { useTranslations } from "next-intl";
import { lazy, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

const UsualLevelForm = lazy(() =>
  import("#components/inventory/usual-level-form.tsx").then((module) => ({ default: module.UsualLevelForm })),
);

/** From how many on products are low that say nothing else: the workspace's, so an admin's. */
export function UsualLevelDialog({ level }: { level: number }) {
  const t = useTranslations("inventory.usualLevel");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>{t("open", { level })}</Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <WhenOpened open={isOpen}>
          <UsualLevelForm level={level} onClose={() => setIsOpen(false)} />
        </WhenOpened>
      </DialogContent>
    </Dialog>
  );
}
