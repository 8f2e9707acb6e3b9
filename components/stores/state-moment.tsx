import { useTranslations } from "next-intl";
import { stateMoment, storeState } from "#components/stores/store-state.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { StoreRow } from "#lib/stores/queries.ts";

/** "last delivery 2 min ago": the quiet word beside a store's state, where there is a moment to speak of. */
export function StateMoment({ store, className }: { store: StoreRow; className: string }) {
  const t = useTranslations("stores.moment");
  const moment = stateMoment(store);
  if (!moment) return null;
  return (
    <span className={className}>
      {t.rich(storeState(store), { time: () => <RelativeTime date={moment} /> })}
    </span>
  );
}
