"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { StatusPreview } from "#components/stores/status-preview.tsx";
import { useAnswer } from "#components/stores/use-answer.ts";
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
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { answerStatusAction } from "#lib/ingest/actions.ts";
import { type StatusMeaning, statusMeanings } from "#lib/sales/statuses.ts";

export interface StatusDialogProps {
  storeId: string;
  status: string;
  /** What the owner has said already. */
  meaning: StatusMeaning | null;
  /** The button that opens it. */
  trigger: ReactNode;
}

/** Asks what a status of the store means, and shows which orders that concerns before anything is saved. */
export function StatusDialog(props: StatusDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>{props.trigger}</DialogTrigger>
      <DialogContent className="md:max-w-xl">
        <StatusForm {...props} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function StatusForm({ storeId, status, meaning, onDone }: StatusDialogProps & { onDone: () => void }) {
  const t = useTranslations("stores.statusDialog");
  const { send, pending } = useAnswer(answerStatusAction);
  const [chosen, setChosen] = useState<StatusMeaning | null>(meaning);
  const [isMissing, setIsMissing] = useState(false);

  async function save(said: StatusMeaning | null): Promise<void> {
    if (await send({ id: storeId, status, meaning: said })) onDone();
  }

  return (
    <>
      <DialogHeader>
        <DialogTitle className="break-words">{t("title", { status })}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
      </DialogHeader>
      <MeaningField
        value={chosen}
        error={isMissing && chosen === null ? "meaningMissing" : undefined}
        onChange={setChosen}
      />
      <StatusPreview storeId={storeId} status={status} />
      <DialogFooter>
        {meaning !== null && (
          <Button variant="ghost" disabled={pending} onClick={() => void save(null)} className="md:me-auto">
            {t("remove")}
          </Button>
        )}
        <Button disabled={pending} onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button
          variant="primary"
          loading={pending}
          onClick={() => (chosen === null ? setIsMissing(true) : void save(chosen))}
        >
          {t("save")}
        </Button>
      </DialogFooter>
    </>
  );
}

interface MeaningFieldProps {
  value: StatusMeaning | null;
  error: string | undefined;
  onChange: (meaning: StatusMeaning) => void;
}

function MeaningField({ value, error, onChange }: MeaningFieldProps) {
  const t = useTranslations("stores");
  return (
    <Field label={t("statusDialog.meaning")} hint={value && t(`meaningText.${value}`)} error={error}>
      <Select value={value ?? ""} onValueChange={(next) => onChange(next as StatusMeaning)}>
        <SelectTrigger placeholder={t("statusDialog.choose")} />
        <SelectContent>
          {statusMeanings.map((meaning) => (
            <SelectItem key={meaning} value={meaning}>
              {t(`meanings.${meaning}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}
