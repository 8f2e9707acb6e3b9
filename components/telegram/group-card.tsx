"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ChatLink } from "#components/telegram/chat-link.tsx";
import { LeadFields } from "#components/telegram/lead-fields.tsx";
import { LinkedRow } from "#components/telegram/linked-row.tsx";
import { QuietFields } from "#components/telegram/quiet-fields.tsx";
import { StopNotice } from "#components/telegram/stop-notice.tsx";
import { LinkPill } from "#components/telegram/telegram-card.tsx";
import { quietFields } from "#components/telegram/time-of-day.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Card,
  CardContent,
  CardDescription,
  CardFooter,
  CardHeader,
  CardTitle,
} from "#components/ui/card.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import {
  createGroupLinkAction,
  saveGroupPreferencesAction,
  sendGroupTestAction,
  unlinkGroupAction,
} from "#lib/telegram/actions.ts";
import type { GroupSettings } from "#lib/telegram/queries.ts";
import type { GroupPreferencesInput, GroupPreferencesRequest } from "#lib/telegram/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/telegram/schema.ts").then((module) => module.groupPreferencesSchema),
);

export interface GroupCardProps {
  group: GroupSettings | null;
  /** As a person types it. */
  leastValue: string;
  stores: { id: string; name: string }[];
  currency: string;
  timezone: string;
}

/** The group in which the workspace hears of its new leads; for admins. */
export function GroupCard({ group, ...fields }: GroupCardProps) {
  const t = useTranslations("telegram.group");
  return (
    <Card className="max-w-2xl">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <LinkPill isLinked={group !== null} isStopped={Boolean(group?.stoppedAt)} />
      </CardHeader>
      <CardContent className="grid gap-5">
        <CardDescription>{t("text")}</CardDescription>
        {group?.stoppedAt && <StopNotice reason={group.stopReason} isOfGroup />}
        {group && <LinkedGroup title={group.title} />}
        <ChatLink
          key={`${group?.title} ${group?.stoppedAt?.toISOString()}`}
          label={t(group ? "linkOther" : "link")}
          text={t("linkText")}
          variant="outline"
          create={createGroupLinkAction}
        />
      </CardContent>
      {group && <GroupForm group={group} {...fields} />}
    </Card>
  );
}

function LinkedGroup({ title }: { title: string }) {
  const t = useTranslations("telegram.group");
  return (
    <LinkedRow of="telegram.group" sendTest={sendGroupTestAction} unlink={unlinkGroupAction}>
      {t.rich("linkedTo", {
        title,
        b: (text) => <bdi className="font-medium text-heading">{text}</bdi>,
      })}
    </LinkedRow>
  );
}

function GroupForm({
  group,
  leastValue,
  stores,
  currency,
  timezone,
}: GroupCardProps & { group: GroupSettings }) {
  const t = useTranslations("telegram.preferences");
  const form = useForm<GroupPreferencesInput, unknown, GroupPreferencesRequest>({
    resolver,
    defaultValues: {
      newLeads: group.newLeads,
      leastValue,
      mutedStores: group.mutedStores,
      ...quietFields(group),
    },
  });
  const save = () => saveGroupPreferencesAction(form.getValues());
  const { submit, pending, message } = useFormAction(form, save, () => toast.success(t("saved")));
  return (
    <form noValidate method="post" onSubmit={submit}>
      <div className="grid gap-5 border-t p-4">
        {message && (
          <Alert tone="danger" role="alert">
            {message}
          </Alert>
        )}
        <LeadFields form={form} stores={stores} currency={currency} isOfAll />
        <QuietFields form={form} timezone={timezone} />
      </div>
      <CardFooter className="max-md:[&>*]:flex-1">
        <Button type="submit" variant="primary" loading={pending}>
          {t("save")}
        </Button>
      </CardFooter>
    </form>
  );
}
