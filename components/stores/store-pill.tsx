import { useTranslations } from "next-intl";
import { storeState, storeStateTones } from "#components/stores/store-state.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { StoreRow } from "#lib/stores/queries.ts";

export function StorePill({ store }: { store: StoreRow }) {
  const t = useTranslations("stores.state");
  const state = storeState(store);
  return <StatusPill tone={storeStateTones[state]}>{t(state)}</StatusPill>;
}
