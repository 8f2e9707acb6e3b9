"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { InvitationLink } from "#components/settings/team/invitation-link.tsx";
import { RoleCards } from "#components/settings/team/role-cards.tsx";
import { Alert } from "#components/ui/alert.tsx";
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
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import type { MailsGo } from "#lib/mail/kept.ts";
import { inviteAction } from "#lib/team/actions.ts";
import type { InvitationLink as Handed } from "#lib/team/invitations.ts";
import type { InvitationInput, NewInvitation } from "#lib/team/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/team/schema.ts").then((module) => module.invitationSchema),
);

interface Made extends Handed {
  name: string;
}

/** Asks whom to invite, then shows the link. */
export function InviteButton({ mailsGo }: { mailsGo: MailsGo }) {
  const t = useTranslations("team.invite");
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  function setOpen(open: boolean) {
    setIsOpen(open);
    if (open) setMade(null);
  }

  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        {made ? (
          <InvitationLink {...made} mailsGo={mailsGo} onDone={() => setIsOpen(false)} />
        ) : (
          <InviteForm onMade={setMade} onClose={() => setIsOpen(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const t = useTranslations("team.invite");
  const common = useTranslations("common");
  const form = useForm<InvitationInput, unknown, NewInvitation>({
    resolver,
    defaultValues: { email: "", name: "", role: "seller" },
  });
  const { submit, pending, message } = useFormAction(form, inviteAction, (handed) =>
    onMade({ name: form.getValues("name").trim(), ...handed }),
  );
  const { errors } = form.formState;
  return (
    <>
      <DialogHeader>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
      </DialogHeader>
      <form noValidate onSubmit={submit} autoComplete="off" className="grid gap-4">
        {message && (
          <Alert tone="danger" role="alert">
            {message}
          </Alert>
        )}
        <Field label={t("email")} error={errors.email?.message}>
          <Input type="email" inputMode="email" autoCapitalize="none" {...form.register("email")} />
        </Field>
        <Field label={t("name")} hint={t("nameHint")} error={errors.name?.message}>
          <Input {...form.register("name")} />
        </Field>
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => <RoleCards value={field.value} onChange={field.onChange} />}
        />
        <DialogFooter>
          <Button disabled={pending} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" loading={pending}>
            {t("submit")}
          </Button>
        </DialogFooter>
      </form>
    </>
  );
}
