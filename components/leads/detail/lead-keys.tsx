"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import type { NeighbourLinksProps } from "#components/leads/detail/neighbour-links.tsx";
import { isLeadAct, type WorkActName, workActs } from "#components/leads/list/lead-acts.ts";
import { KeysDialog } from "#components/list/table/keys.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { usePageKeys } from "#components/ui/use-page-keys.ts";
import { can } from "#lib/base/auth/permissions.ts";
import { changeOfAct } from "#lib/leads/acts.ts";

const letters: Record<string, string> = { ArrowRight: "j", ArrowLeft: "k" };

/** The keys of a lead's page: J and K or the arrows lead on, the acts have those of the list, and "?" names them all. */
export function LeadKeys({ previous, next }: NeighbourLinksProps) {
  const t = useTranslations("lead");
  const labels = useTranslations("leads.acts");
  const router = useRouter();
  const role = useRole();
  const { run, isAllowed, ask } = useLeadWork();
  const [showsKeys, setShowsKeys] = useState(false);
  const acts = workActs.filter((act) => can(role, act.permission));

  function press(key: string): boolean {
    const act = acts.find((one) => one.key === key);
    if (key === "?") setShowsKeys(true);
    else if (key === "j") go(next);
    else if (key === "k") go(previous);
    else if (act) start(act.name);
    else return false;
    return true;
  }

  function go(href: string | null): void {
    if (href) router.push(href);
  }

  function start(name: WorkActName): void {
    if (!isLeadAct(name)) ask(name);
    else if (isAllowed(changeOfAct[name])) run(name);
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
