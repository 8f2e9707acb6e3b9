"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import type { NeighbourLinksProps } from "#components/leads/detail/neighbour-links.tsx";
import { type LeadAct, leadActs } from "#components/leads/list/lead-acts.ts";
import { KeysDialog } from "#components/list/table/keys.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { usePageKeys } from "#components/ui/use-page-keys.ts";
import { can } from "#lib/base/auth/permissions.ts";

const letters: Record<string, string> = { ArrowRight: "j", ArrowLeft: "k" };

/** The keys of a lead's page: J and K or the arrows lead on, the acts have those of the list, and "?" names them all. */
export function LeadKeys({ previous, next }: NeighbourLinksProps) {
  const t = useTranslations("lead");
  const labels = useTranslations("leads.acts");
  const router = useRouter();
  const role = useRole();
  const { change, isAllowed, ask } = useLeadWork();
  const [showsKeys, setShowsKeys] = useState(false);
  const acts = leadActs.filter((act) => can(role, act.permission));

  function press(key: string): boolean {
    const act = acts.find((one) => one.key === key);
    if (key === "?") setShowsKeys(true);
    else if (key === "j") go(next);
    else if (key === "k") go(previous);
    else if (act) run(act);
    else return false;
    return true;
  }

  function go(href: string | null): void {
    if (href) router.push(href);
  }

  function run({ name, change: wanted }: LeadAct): void {
    if (wanted && isAllowed(wanted)) change(wanted);
    if (wanted || (name === "callBack" && !isAllowed({ field: "codStatus", to: "postponed" }))) return;
    ask(name);
  }

  usePageKeys((key) => press(letters[key] ?? key));

  return (
    <KeysDialog
      open={showsKeys}
      onOpenChange={setShowsKeys}
      keys={[
        { keys: ["J", "→"], label: t("next") },
        { keys: ["K", "←"], label: t("previous") },
        ...acts.map(({ key, name }) => ({ keys: [key.toUpperCase()], label: labels(name) })),
      ]}
    />
  );
}
