"use client";

import { useTranslations } from "next-intl";
import { KeysDialog } from "#components/list/table/keys.tsx";
import { callOutcomes } from "#lib/leads/model.ts";

export interface CallKeysProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All keys of the desk, under "?". */
export function CallKeys(props: CallKeysProps) {
  const t = useTranslations("calling");
  const table = useTranslations("table.keys");
  return (
    <KeysDialog
      {...props}
      keys={[
        ...callOutcomes.map((outcome, index) => ({
          keys: [String(index + 1)],
          label: t(`outcomes.${outcome}`),
        })),
        { keys: ["S"], label: t("skip") },
        { keys: ["U"], label: t("undo") },
        { keys: [table("enter")], label: t("keys.call") },
        { keys: ["N"], label: t("keys.note") },
        { keys: ["E"], label: t("keys.edit") },
        { keys: ["T"], label: t("keys.tag") },
      ]}
    />
  );
}
