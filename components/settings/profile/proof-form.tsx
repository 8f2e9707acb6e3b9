"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

export interface ProofFormProps<Result> {
  action: (input: { proof: string }) => Promise<ActionResult<Result>>;
  submitLabel: string;
  isDestructive?: boolean;
  onDone: (result: Result) => void;
  onClose: () => void;
}

/** Asks inside a dialog for the password or a code, before something that not everybody at this browser may do. */
export function ProofForm<Result>({
  action,
  submitLabel,
  isDestructive,
  onDone,
  onClose,
}: ProofFormProps<Result>) {
  const t = useTranslations("profile.secondFactor");
  const common = useTranslations("common");
  const { form, pending, message, errors } = usePlainForm(
    async (input: { proof: string }) => {
      const result = await action(input);
      if (result.ok) onDone(result.data);
      return result;
    },
    { missing: { proof: "proofMissing" } },
  );
  return (
    <form noValidate {...form} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("proof")} error={errors.proof}>
        <PasswordInput autoComplete="current-password" name="proof" />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" variant={isDestructive ? "destructive" : "primary"} loading={pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
