import { assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CodStatus,
  codStatuses,
  deriveKpiStatus,
  type KpiStatus,
  type LogisticStatus,
  logisticStatuses,
  type PaymentStatus,
  paymentStatuses,
} from "#lib/sales/statuses.ts";

const [w, s, p, r]: KpiStatus[] = ["waiting", "shipped", "paid", "rejected"];

const unresolved = [w, w, s, s, s, r, r];
const lost = [r, r, r, r, r, r, r];

/** A row for each COD status, a column for each step: pending, packed, shipped, in transit, delivered, returned, cancelled. */
const table: Record<CodStatus, (KpiStatus | undefined)[]> = {
  not_cod: unresolved,
  pending: unresolved,
  no_answer: unresolved,
  postponed: unresolved,
  wrong_number: unresolved,
  confirmed: unresolved,
  rejected: lost,
  fake: lost,
  duplicate: lost,
  collected: [p, p, p, p, p, r, r],
  refused: lost,
};

/** The same for what was paid in advance. */
const paidInAdvance = [p, p, p, p, p, r, r];

const rows = (expected: (KpiStatus | undefined)[], codStatus: CodStatus) =>
  logisticStatuses.map((logisticStatus, column): [CodStatus, LogisticStatus, KpiStatus | undefined] => [
    codStatus,
    logisticStatus,
    expected[column],
  ]);

describe("the derived status", () => {
  test.each(codStatuses.flatMap((codStatus) => rows(table[codStatus], codStatus)))(
    "of %s and %s is %s",
    (codStatus, logisticStatus, expected) => {
      for (const paymentStatus of ["pending", null] as const) {
        expect(deriveKpiStatus({ codStatus, logisticStatus, paymentStatus })).toBe(expected);
      }
    },
  );

  test.each(rows(paidInAdvance, "not_cod"))(
    "of a paid order, %s and %s, is %s",
    (codStatus, logisticStatus, kpi) => {
      for (const paymentStatus of ["paid", "partially_refunded"] as const) {
        expect(deriveKpiStatus({ codStatus, logisticStatus, paymentStatus })).toBe(kpi);
      }
    },
  );

  const anyPayment = constantFrom<PaymentStatus | null>(...paymentStatuses, null);
  const anyCod = constantFrom(...codStatuses);
  const anyStep = constantFrom(...logisticStatuses);

  test("of cash on delivery doesn't depend on what the store says was paid", () => {
    assert(
      property(anyCod, anyStep, anyPayment, (codStatus, logisticStatus, paymentStatus) => {
        if (codStatus === "not_cod") return;
        const unpaid = deriveKpiStatus({ codStatus, logisticStatus, paymentStatus: null });
        expect(deriveKpiStatus({ codStatus, logisticStatus, paymentStatus })).toBe(unpaid);
      }),
    );
  });

  test("of what came back or was cancelled is rejected, whoever paid", () => {
    const anyEnd = constantFrom("returned" as const, "cancelled" as const);
    assert(
      property(anyCod, anyEnd, anyPayment, (codStatus, logisticStatus, paymentStatus) => {
        expect(deriveKpiStatus({ codStatus, logisticStatus, paymentStatus })).toBe("rejected");
      }),
    );
  });
});
