import type { CodStatus, KpiStatus, LogisticStatus } from "#lib/sales/statuses.ts";

export type SellerName = "ana" | "mihai";
export type StoreName = "lamps" | "vases" | "rugs";
export type TagName = "gift" | "urgent";

/** What a test lead is like. */
export interface LeadSpec {
  name: string;
  email: string | null;
  phone: string | null;
  /** Null: entered by hand, without an order. */
  number: string | null;
  store: StoreName;
  worker: SellerName;
  cod: CodStatus;
  logistic: LogisticStatus;
  kpi: KpiStatus;
  callBackAt: Date | null;
  value: string | null;
  arrivedAt: Date;
  tags: TagName[];
  items: { name: string; sku: string | null; price: string }[];
}

const hour = 3_600_000;

/** Long ago, so that no lead of a test becomes due or stops being a duplicate while the test runs. */
const start = Date.UTC(2025, 2, 1);

const lamp = { name: "Lamp", sku: "LAMP-1", price: "20.000" };
const shade = { name: "Shade", sku: "SHADE-1", price: "5.000" };

const ordinary: LeadSpec = {
  name: "Nobody",
  email: null,
  phone: null,
  number: "#9000",
  store: "lamps",
  worker: "ana",
  cod: "pending",
  logistic: "pending",
  kpi: "waiting",
  callBackAt: null,
  value: "20.000",
  arrivedAt: new Date(start),
  tags: [],
  items: [lamp],
};

/** Leads that a search is to find, or that stand at an edge. */
const particular: Partial<LeadSpec>[] = [
  {
    name: "Ștefan Popescu",
    email: "stefan.popescu@firma.example",
    phone: "+40722123456",
    number: "#1001",
    tags: ["gift"],
    items: [shade, lamp],
  },
  {
    name: "Stefania POP",
    email: "pop_100%@mail.example",
    phone: "+40733555777",
    number: "#1002",
    worker: "mihai",
  },
  {
    name: "José Müller-Weiß",
    email: "jose@firma.example",
    phone: "+491711234567",
    number: "DE-2001",
    store: "vases",
  },
  {
    name: "Ioana Pop",
    email: "stefan@other.example",
    phone: "+40744000111",
    number: "#1003",
    store: "rugs",
    worker: "mihai",
  },
  {
    name: "Handed Over",
    phone: "+40744000222",
    number: "#1004",
    store: "rugs",
    worker: "ana",
    tags: ["urgent"],
  },
  { name: "By Hand", phone: "+40744000333", number: null, value: null, items: [], worker: "mihai" },
  // Called back: due long ago, due since yesterday, not due yet.
  { name: "Due First", cod: "postponed", callBackAt: new Date(start + hour), number: "#1101" },
  {
    name: "Due Later",
    cod: "no_answer",
    callBackAt: new Date(Date.now() - 24 * hour),
    number: "#1102",
    store: "rugs",
    worker: "mihai",
  },
  { name: "Not Due", cod: "postponed", callBackAt: new Date(Date.now() + 240 * hour), number: "#1103" },
  // The last minute of a day in Bucharest and the first of the next, around the change to summer time on 30 March 2025 (23 hours).
  { name: "Before Short Day", arrivedAt: new Date("2025-03-29T21:59:59.999Z"), number: "#1201" },
  { name: "Start Short Day", arrivedAt: new Date("2025-03-29T22:00:00.000Z"), number: "#1202" },
  { name: "End Short Day", arrivedAt: new Date("2025-03-30T20:59:59.999Z"), number: "#1203" },
  { name: "After Short Day", arrivedAt: new Date("2025-03-30T21:00:00.000Z"), number: "#1204" },
  // Duplicates: the same phone within 30 days, the same e-mail, too long ago, and one that a duplicate does not count for.
  {
    name: "Original",
    phone: "+40755000001",
    email: "twice@mail.example",
    number: "#1301",
    arrivedAt: new Date("2025-05-01T10:00:00Z"),
  },
  {
    name: "Same Phone",
    phone: "+40755000001",
    cod: "duplicate",
    kpi: "rejected",
    number: "#1302",
    arrivedAt: new Date("2025-05-10T10:00:00Z"),
  },
  {
    name: "Same Mail",
    email: "twice@mail.example",
    number: "#1303",
    arrivedAt: new Date("2025-05-31T10:00:00Z"),
    worker: "mihai",
    store: "rugs",
  },
  { name: "Too Late", phone: "+40755000001", number: "#1304", arrivedAt: new Date("2025-06-01T10:00:00Z") },
];

const cods: CodStatus[] = [
  "pending",
  "no_answer",
  "postponed",
  "confirmed",
  "rejected",
  "collected",
  "refused",
  "not_cod",
  "wrong_number",
];
const logistics: LogisticStatus[] = [
  "pending",
  "packed",
  "shipped",
  "in_transit",
  "delivered",
  "returned",
  "cancelled",
];
const kpis: KpiStatus[] = ["waiting", "shipped", "paid", "rejected"];
const storeNames: StoreName[] = ["lamps", "vases", "rugs"];
const values = ["10.500", "11", "99999999999.999", "0.001", "-5.5"];

/** Leads of every kind; several arrive at the same instant and have the same value, so that only their ids tell them apart. */
const fillers: Partial<LeadSpec>[] = Array.from({ length: 44 }, (_, index) => {
  const store = storeNames[index % 3] ?? "lamps";
  const owner = store === "rugs" ? "mihai" : "ana";
  const isHandedOver = index % 11 === 0;
  return {
    name: `Maria Filler ${index}`,
    email: `maria${index}@mail.example`,
    phone: `+4076600${String(1000 + index)}`,
    number: `#${5000 + index}`,
    store,
    worker: isHandedOver === (owner === "ana") ? "mihai" : "ana",
    cod: cods[index % cods.length] ?? "pending",
    logistic: logistics[index % logistics.length] ?? "pending",
    kpi: kpis[index % kpis.length] ?? "waiting",
    callBackAt: index % 9 === 1 ? new Date(start + (index % 4) * hour) : null,
    value: index % 8 === 7 ? null : (values[index % values.length] ?? null),
    arrivedAt: new Date(start + Math.floor(index / 3) * 24 * hour),
    tags: index % 4 === 0 ? ["gift"] : [],
    items: index % 6 === 0 ? [shade] : [lamp],
  };
});

export const leadSpecs: LeadSpec[] = [...particular, ...fillers].map((spec) => ({ ...ordinary, ...spec }));
