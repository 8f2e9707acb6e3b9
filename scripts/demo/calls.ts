import type { CodStatus, LogisticStatus } from "#lib/sales/statuses.ts";
import type { DemoOrder } from "#scripts/demo/orders.ts";
import { createRandom, type Random } from "#scripts/simulator/random.ts";

/** Something that a seller did with a lead. */
export interface Act {
  at: Date;
  codStatus?: CodStatus;
  logisticStatus?: LogisticStatus;
  /** How often the buyer has been called by then. */
  callAttempts?: number;
  callBackAt?: Date;
  note?: string;
}

const notes: Partial<Record<CodStatus, readonly string[]>> = {
  confirmed: [
    "Wants delivery after 16:00, call before.",
    "Asked for the black one. Checked: it is the black one.",
    "The courier should call when downstairs.",
    "It is a gift: no invoice in the parcel, please.",
  ],
  postponed: ["At work, will decide tonight.", "On holiday, ship next week."],
  rejected: [
    "Ordered it in a shop meanwhile.",
    "Too expensive with shipping.",
    "Says the children ordered it.",
  ],
  refused: ["Did not want to pay the courier.", "Nobody at home, twice."],
  fake: ["Number of a hairdresser who knows nothing of it."],
};

/** What the seller did about an order until `now`, in the order of time: only a person decides these. */
export function callsOf(order: DemoOrder, now: Date): Act[] {
  const first = order.steps[0]?.state;
  if (!first) return [];
  const random = createRandom(`calls ${first.id}`);
  const acts = first.isCod
    ? [...phoneCalls(random, order, first.placedAt, now), ...refusal(random, order)]
    : [];
  return [...acts, ...packing(random, order)].filter(({ at }) => at <= now);
}

function phoneCalls(random: Random, order: DemoOrder, placedAt: Date, now: Date): Act[] {
  const called = hoursAfter(placedAt, 0.3 + random.next() * 5);
  switch (order.fate) {
    case "cancelled":
      return cancelledCalls(random, called);
    case "waiting":
      return unansweredCalls(random, called, now);
    default:
      return confirmingCalls(random, called);
  }
}

function confirmingCalls(random: Random, called: Date): Act[] {
  const confirmed = (callAttempts: number, at: Date) => act(random, "confirmed", at, { callAttempts });
  const again = hoursAfter(called, 1 + random.next() * 3);
  return random.weighted([
    [[confirmed(1, called)], 66],
    [[act(random, "no_answer", called, { callAttempts: 1 }), confirmed(2, again)], 24],
    [[act(random, "postponed", called, { callAttempts: 1, callBackAt: again }), confirmed(2, again)], 10],
  ]);
}

function cancelledCalls(random: Random, called: Date): Act[] {
  const codStatus = random.weighted([
    ["rejected", 50],
    ["duplicate", 14],
    ["fake", 12],
    [null, 24],
  ] as const);
  return codStatus ? [act(random, codStatus, called, { callAttempts: 1 })] : [];
}

/** Who can't be reached for a week is given up. */
function unansweredCalls(random: Random, called: Date, now: Date): Act[] {
  if (now.getTime() - called.getTime() > 7 * 86_400_000) {
    const codStatus = random.weighted([
      ["rejected", 55],
      ["wrong_number", 25],
      ["fake", 20],
    ] as const);
    return [act(random, codStatus, called, { callAttempts: random.between(1, 4) })];
  }
  const callAttempts = random.between(1, 4);
  const callBackAt = hoursAfter(called, random.between(18, 90));
  const codStatus = random.weighted([
    ["no_answer", 42],
    ["wrong_number", 20],
    ["postponed", 38],
  ] as const);
  return [
    act(
      random,
      codStatus,
      called,
      codStatus === "postponed" ? { callAttempts, callBackAt } : { callAttempts },
    ),
  ];
}

/** The parcel comes back before the store closes the order. */
function refusal(random: Random, { fate, steps }: DemoOrder): Act[] {
  const underway = steps.find(({ moment }) => moment === "in_transit")?.state.updatedAt;
  if (fate !== "refused" || !underway) return [];
  const closed = steps.find(({ moment }) => moment === "cancelled")?.state.updatedAt;
  const at = new Date(closed ? closed.getTime() - 3_600_000 : underway.getTime() + 6 * 3_600_000);
  return [act(random, "refused", at, { logisticStatus: "returned" })];
}

/** Some parcels are noted as packed before the courier takes them. */
function packing(random: Random, { fate, steps, hasFuture }: DemoOrder): Act[] {
  const placedAt = steps[0]?.state.placedAt;
  const shipped = steps.find(({ moment }) => moment === "shipped")?.state.updatedAt;
  const isToShip = fate !== "cancelled" && fate !== "waiting" && (shipped || hasFuture);
  if (!isToShip || !placedAt || random.chance(0.45)) return [];
  return [
    {
      at: shipped ? new Date(shipped.getTime() - 1_800_000) : hoursAfter(placedAt, 9),
      logisticStatus: "packed",
    },
  ];
}

function act(random: Random, codStatus: CodStatus, at: Date, more: Partial<Act> = {}): Act {
  const choices = notes[codStatus];
  return { at, codStatus, ...more, ...(choices && random.chance(0.3) && { note: random.pick(choices) }) };
}

function hoursAfter(date: Date, hours: number): Date {
  return new Date(Math.round((date.getTime() + hours * 3_600_000) / 1000) * 1000);
}
