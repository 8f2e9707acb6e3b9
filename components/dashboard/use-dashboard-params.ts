import { useQueryStates, type Values } from "nuqs";
import { useGoing } from "#components/ui/going.tsx";
import { dashboardParams } from "#lib/kpi/filters.ts";

type Params = Values<typeof dashboardParams>;

/** The dashboard's parameters in the address; the server reads them, so that a change asks it for other figures. */
export function useDashboardParams() {
  const { start, isGoing } = useGoing();
  const [params, setParams] = useQueryStates(dashboardParams, {
    shallow: false,
    history: "push",
    startTransition: start,
  });

  function change(patch: { [Name in keyof Params]?: Params[Name] | null }): void {
    void setParams(patch);
  }

  return { params, change, isPending: isGoing };
}
