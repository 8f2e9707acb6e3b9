"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { ActKey } from "#components/leads/detail/act-key.tsx";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import type { Seller } from "#components/leads/detail/reassign-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogTrigger } from "#components/ui/dialog.tsx";

const ReassignForm = lazy(() =>
  import("#components/leads/detail/reassign-form.tsx").then((module) => ({ default: module.ReassignForm })),
);

interface ReassignProps {
  leadId: string;
  sellerId: string;
  sellers: Seller[];
}

/** Hands the lead to another seller. */
export function Reassign({ leadId, sellerId, sellers }: ReassignProps) {
  const t = useTranslations("lead.reassign");
  const others = sellers.filter(({ id }) => id !== sellerId);
  const { asked, ask } = useLeadWork();
  if (others.length === 0) return null;
  return (
    <Dialog open={asked === "assign"} onOpenChange={(isOpen) => ask(isOpen ? "assign" : null)}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" className="-me-2 text-subheading">
          {t("open")}
          <ActKey act="assign" />
        </Button>
      </DialogTrigger>
      <DialogContent>
        <ReassignForm leadId={leadId} sellers={others} onDone={() => ask(null)} />
      </DialogContent>
    </Dialog>
  );
}
