"use client";

import { useTranslations } from "next-intl";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import type { NeighbourLinksProps } from "#components/leads/detail/neighbour-links.tsx";
import { isLeadAct, type WorkActName, workActs } from "#components/leads/list/lead-acts.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { useGoing } from "#components/ui/going.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { changeOfAct } from "#lib/leads/acts.ts";

/** The keys of a lead's page: J and K or the arrows lead on, and the acts have those of the list. */
export function LeadKeys({ previous, next }: NeighbourLinksProps) {
  const t = useTranslations("lead");
  const labels = useTranslations("leads.acts");
  const { go } = useGoing();
  const role = useRole();
  const { run, isAllowed, ask } = useLeadWork();

  function start(name: WorkActName): void {
    if (!isLeadAct(name)) ask(name);
    else if (isAllowed(changeOfAct[name])) run(name);
  }

  usePageKeys([
    { keys: ["j", "arrowright"], label: t("next"), run: () => next && go(next) },
    { keys: ["k", "arrowleft"], label: t("previous"), run: () => previous && go(previous) },
    ...workActs
      .filter((act) => can(role, act.permission))
      .map(({ key, name }) => ({ keys: [key], label: labels(name), run: () => start(name) })),
  ]);
  return null;
}
