"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useNow } from "#components/ui/now.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { useRefresh } from "#components/ui/use-refresh.ts";
import { endPreviousSecretAction } from "#lib/stores/actions.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

export interface RotationNoticeProps {
  store: StoreRow;
  /** Until when the old secret counts too. */
  until: Date;
  mayEnd: boolean;
}

/** For a day after a change: how long the old secret still counts, and which of the two the shop signs with. */
export function RotationNotice({ store, until, mayEnd }: RotationNoticeProps) {
  const isNewUsed = store.secretUsedAt !== null;
  // Until the new one is used the page looks again: somebody is just putting it into the shop.
  useRefresh(!isNewUsed);
  return (
    <Alert
      tone={isNewUsed && !isOldUsedSince(store) ? "success" : "warning"}
      role="status"
      title={<TimeLeft until={until} />}
      action={mayEnd && <EndButton storeId={store.id} />}
      className="max-md:flex-wrap max-md:[&>button]:w-full"
    >
      <UsedSecrets store={store} />
    </Alert>
  );
}

function UsedSecrets({ store }: { store: StoreRow }) {
  const t = useTranslations("stores.rotation");
  const { secretUsedAt, previousSecretUsedAt } = store;
  const time = (date: Date | null) => () => date && <RelativeTime date={date} />;
  if (isOldUsedSince(store))
    return secretUsedAt
      ? t.rich("bothInUse", { old: time(previousSecretUsedAt), time: time(secretUsedAt) })
      : t.rich("oldInUse", { time: time(previousSecretUsedAt) });
  return secretUsedAt ? t.rich("newInUse", { time: time(secretUsedAt) }) : t("nothingYet");
}

/** An old secret that was used before the new one came into use is not missed. */
function isOldUsedSince({ secretUsedAt, previousSecretUsedAt }: StoreRow): boolean {
  if (previousSecretUsedAt === null) return false;
  return secretUsedAt === null || previousSecretUsedAt > secretUsedAt;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function TimeLeft({ until }: { until: Date }) {
  const t = useTranslations("stores.rotation");
  const left = Math.max(0, until.getTime() - useNow().getTime());
  if (left >= HOUR) return t("hoursLeft", { count: Math.floor(left / HOUR) });
  return t("minutesLeft", { count: Math.floor(left / MINUTE) });
}

function EndButton({ storeId }: { storeId: string }) {
  const t = useTranslations("stores.rotation");
  const { run } = useButtonAction(() => endPreviousSecretAction({ id: storeId }), t("ended"));
  return (
    <ConfirmDialog
      trigger={<Button>{t("end")}</Button>}
      title={t("endTitle")}
      description={t("endText")}
      confirmLabel={t("end")}
      onConfirm={run}
    />
  );
}
