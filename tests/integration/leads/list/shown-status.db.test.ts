import { expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { shownStatusNames, shownStatusOf } from "#lib/leads/shown-status.ts";
import { isShownAs } from "#lib/leads/status-filter.ts";
import { callReasons, codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

const every = codStatuses.flatMap((codStatus) =>
  logisticStatuses.flatMap((logisticStatus) =>
    kpiStatuses.flatMap((kpiStatus) =>
      [null, ...callReasons].map((callReason) => ({ codStatus, logisticStatus, kpiStatus, callReason })),
    ),
  ),
);

test.each(shownStatusNames)("the filter %s finds what is shown so, and nothing else", async (status) => {
  const found = await forSystem(
    (tx) => tx.$queryRaw<(typeof every)[number][]>`
      select cod_status as "codStatus", logistic_status as "logisticStatus", kpi_status as "kpiStatus", call_reason as "callReason"
      from (
        select one ->> 'codStatus' as cod_status, one ->> 'logisticStatus' as logistic_status, one ->> 'kpiStatus' as kpi_status,
          one ->> 'callReason' as call_reason, place
        from jsonb_array_elements(${JSON.stringify(every)}::jsonb) with ordinality listed(one, place)
      ) lead where ${isShownAs([status])} order by place`,
  );
  expect(found).toEqual(every.filter((lead) => shownStatusOf(lead) === status));
});
