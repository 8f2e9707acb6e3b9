"use client";

import { ClipboardPaste } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PastePreview } from "#components/leads/paste/paste-preview.tsx";
import { usePasted } from "#components/leads/paste/use-pasted.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

/** A pasted list of orders or parcels: what it holds is shown before anything changes. */
export function PasteDesk() {
  const t = useTranslations("paste");
  const id = useId();
  const [text, setText] = useState("");
  const { pasted, problem, isPending, look, chooseColumn, lookAgain } = usePasted();
  return (
    <div className="grid gap-4">
      <Card>
        <div className="grid gap-2 p-4 md:p-5">
          {problem && (
            <Alert tone="danger" role="alert">
              {problem}
            </Alert>
          )}
          <label htmlFor={id} className="font-medium text-heading text-sm">
            {t("label")}
          </label>
          <Textarea
            id={id}
            rows={pasted ? 4 : 10}
            value={text}
            spellCheck={false}
            placeholder={t("placeholder")}
            className="font-mono"
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <CardFooter>
          <p className="me-auto text-sm text-subheading">{t("hint")}</p>
          <Button
            variant={pasted ? "outline" : "primary"}
            loading={isPending}
            disabled={text.trim() === ""}
            onClick={() => look(text)}
          >
            <ClipboardPaste aria-hidden />
            {t("find")}
          </Button>
        </CardFooter>
      </Card>
      {pasted && (
        <PastePreview
          // What was chosen for one list, or one column, is nothing to the next.
          key={`${pasted.list} ${pasted.column}`}
          pasted={pasted}
          isLooking={isPending}
          onColumn={chooseColumn}
          onChanged={lookAgain}
        />
      )}
    </div>
  );
}
