import type { Import } from "./sources.ts";

/** The floors of lib, from the ground up. A room imports what is below it, neither its neighbours nor what is above. */
const floors = [
  ["base"],
  ["sales", "mail"],
  ["platforms", "health"],
  ["team", "stores", "profile", "workspace"],
  ["customers"],
  ["orders"],
  ["leads"],
  ["inventory"],
  ["ingest", "kpi"],
  ["summary"],
  ["deliveries", "telegram"],
  ["export", "palette", "handover", "first-steps"],
  ["worker"],
];

/** Where a room enters one that is not below it, and why. */
const stairs: Record<string, string> = {
  "platforms stores": "A platform tells how its stores are called and what can be wrong with one.",
};

/** Which parts of the ground a part of it may enter, besides itself. */
const mayEnterInBase: Record<string, string[]> = {
  "env.ts": [],
  "log.ts": ["request-context.ts"],
  "request-context.ts": [],
  money: [],
  text: [],
  time: [],
  db: ["env.ts", "log.ts", "request-context.ts"],
  http: ["db", "env.ts", "log.ts", "request-context.ts", "text"],
  jobs: ["db", "env.ts"],
  i18n: [],
  files: ["db", "env.ts"],
  secrets: ["env.ts"],
  auth: ["db", "env.ts", "http", "i18n", "log.ts", "request-context.ts", "text", "time"],
  events: ["db"],
  search: ["db"],
  list: ["auth", "db", "log.ts", "search", "text", "time"],
};

/** Rooms that show one another a few doors only; their types go further. */
const domains = ["team", "stores", "customers", "orders", "leads", "inventory", "kpi", "telegram"];

/** What a domain shows to other domains. */
const doors =
  /^lib\/[^/]+\/(queries|commands|model|list|steps|facts|filters|follow-store|address-check|call-back-times|history|contact|contacts|phone|names|amounts|alerts|health)\.ts$/;

/** What runs in a browser as well: rules and shapes, what a list is; and the actions, which a browser only calls. */
const openToComponents =
  /^lib\/(sales\/(carriers|statuses|timeline\/kinds)\.ts|platforms\/facts\.ts|[^/]+\/(schema|model|sale|acts|change|shown-status|pasted-numbers|list|filters|steps|address-check|payment-method|call-back-times|phone|phone-text|countries)\.ts|base\/(i18n\/.+|(auth|list\/[^/]+)\/(action-result|permissions|schema|model)\.ts|list\/(actions|define|names|params)\.ts|(money|time)\/.+|search\/(marks|words)\.ts))$/;

/** Rules and shapes: they compute, and run in a browser as well. */
const rulesAndShapes =
  /^lib\/[^/]+\/(model|schema|sale|acts|change|shown-status|pasted-numbers)\.ts$|^lib\/sales\/(statuses|timeline\/kinds)\.ts$/;

/** What they may use: each other, and libraries that only compute. */
const pure =
  /^(lib\/(sales\/(order|statuses|timeline\/(kinds|details))\.ts|platforms\/facts\.ts|[^/]+\/(schema|model|sale|steps)\.ts|base\/(list\/(cursor|names|[^/]+\/model)\.ts|i18n\/(formats|locales)\.ts|auth\/(permissions|(second-factor\/)?schema)\.ts|(money|text)\/.+|time\/(zones|working-hours)\.ts))|zod|decimal\.js|libphonenumber-js(\/.+)?|nuqs\/server)$/;

/** Not part of the app: these import what they like. */
const outside = /^((scripts|tests)\/|[^/]+\.config\.\w+$)/;

/** What is wrong with an import, or null. In lib types count as imports; elsewhere they may come from anywhere. */
export function problemOf(file: string, { target, isType }: Import): string | null {
  if (outside.test(file)) return null;
  if (/^(scripts|tests)\//.test(target)) return "the app does not need it to run";
  if (target.startsWith("app/") && !file.startsWith("app/")) return "only app imports app";
  if (!isType && rulesAndShapes.test(file) && !pure.test(target)) return "rules and shapes do no I/O";
  if (file.startsWith("components/") && !isType) return problemOfComponent(target);
  if (file.startsWith("lib/")) return problemInLib(file, target, isType);
  return null;
}

function problemOfComponent(target: string): string | null {
  if (!target.startsWith("lib/") || openToComponents.test(target) || target.endsWith("/actions.ts"))
    return null;
  return "components take rules, shapes, actions and types from lib, nothing else";
}

function problemInLib(file: string, target: string, isType: boolean): string | null {
  if (target.startsWith("components/")) return "lib knows no components";
  if (!target.startsWith("lib/")) return null;
  const [from = "", fromPart = ""] = file.split("/").slice(1);
  const [to = "", toPart = ""] = target.split("/").slice(1);
  if (from === "base" && to === "base") return problemInBase(fromPart, toPart);
  if (from === to) return null;
  const problem = problemOfFloors(from, to);
  if (problem || isType) return problem;
  const isBetweenDomains = domains.includes(from) && domains.includes(to);
  return isBetweenDomains && !doors.test(target) ? "domains meet in queries, commands and model only" : null;
}

function problemOfFloors(from: string, to: string): string | null {
  const [here, there] = [from, to].map((room) => floors.findIndex((floor) => floor.includes(room)));
  if (here === undefined || here < 0) return `lib/${from} is on no floor`;
  if (there === undefined || there < 0) return `lib/${to} is on no floor`;
  return there < here || `${from} ${to}` in stairs ? null : `lib/${to} is not below lib/${from}`;
}

function problemInBase(from: string, to: string): string | null {
  if (from === to) return null;
  const parts = mayEnterInBase[from];
  if (!parts) return `lib/base/${from} is not in the list of parts`;
  return parts.includes(to) ? null : `lib/base/${from} does not import lib/base/${to}`;
}
