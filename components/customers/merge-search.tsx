"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { searchToMergeAction } from "#lib/customers/actions.ts";
import type { MergeCandidate } from "#lib/customers/merge.ts";

const DEBOUNCE_MS = 250;

export interface MergeSearchProps {
  customerId: string;
  pending: boolean;
  onChoose: (id: string) => void;
}

/** Finds the other customer; at first those with the same phone. */
export function MergeSearch({ customerId, pending, onChoose }: MergeSearchProps) {
  const t = useTranslations("customers.merge");
  const [text, setText] = useState("");
  const { found, message } = useCandidates(customerId, text);
  return (
    <div className="grid gap-3">
      <Field label={t("search")} hint={t("searchHint")} error={message}>
        <Input
          value={text}
          maxLength={200}
          autoComplete="off"
          placeholder={t("searchPlaceholder")}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <ul className="-mx-2 min-h-[52px]" aria-busy={found === null}>
        {found?.map((candidate) => (
          <li key={candidate.id}>
            <Candidate candidate={candidate} disabled={pending} onChoose={() => onChoose(candidate.id)} />
          </li>
        ))}
        {found?.length === 0 && text !== "" && (
          <li className="px-2 text-sm text-subheading">{t("noMatches")}</li>
        )}
      </ul>
    </div>
  );
}

interface CandidateProps {
  candidate: MergeCandidate;
  disabled: boolean;
  onChoose: () => void;
}

function Candidate({ candidate: { name, email, phone }, disabled, onChoose }: CandidateProps) {
  const noName = useTranslations("customers")("noName");
  return (
    <Choice
      name={name ?? phone ?? noName}
      text={[phone, email].filter(Boolean).join(" · ")}
      disabled={disabled}
      onChoose={onChoose}
    />
  );
}

/** The customers that the text finds, a moment after the last key; an answer that came too late is left. */
function useCandidates(customerId: string, text: string) {
  const unreachable = useTranslations("errors")("unreachable");
  const [found, setFound] = useState<MergeCandidate[] | null>(null);
  const [message, setMessage] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await callAction(() => searchToMergeAction({ keptId: customerId, text }), unreachable);
      if (!isCurrent) return;
      setFound(result.ok ? result.data : []);
      setMessage(result.ok ? undefined : result.message);
    }, DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [customerId, text, unreachable]);

  return { found, message };
}
