import type { Import } from "./sources.ts";

const domains = [
  "leads",
  "orders",
  "customers",
  "inventory",
  "kpi",
  "stores",
  "team",
  "telegram",
  "views",
  "preferences",
];
const ground = [
  "auth",
  "db",
  "env.ts",
  "http",
  "i18n",
  "log.ts",
  "money",
  "request-context.ts",
  "search",
  "text",
  "time",
];

/** Which rooms of lib a room may enter, besides itself. */
const mayEnter: Record<string, string[]> = {
  "env.ts": [],
  "log.ts": ["request-context.ts"],
  "request-context.ts": [],
  money: [],
  text: [],
  time: [],
  search: ["auth", "db"],
  db: ["env.ts", "log.ts"],
  http: ["db", "env.ts", "log.ts", "text"],
  health: ["db", "env.ts", "log.ts"],
  i18n: ["auth", "db", "env.ts", "log.ts"],
  auth: ["db", "env.ts", "http", "i18n", "log.ts", "request-context.ts", "text"],
  platforms: ["money", "orders", "stores", "text"],
  ...Object.fromEntries(domains.map((domain) => [domain, [...ground, ...domains]])),
  stores: [...ground, ...domains, "platforms"],
  ingest: [...ground, ...domains, "platforms"],
  jobs: [...ground, ...domains, "ingest"],
  export: [...ground, ...domains],
  palette: [...ground, ...domains],
};

/** Whoever writes may queue a job; what runs it is the worker's business. */
const queue = "lib/jobs/queue.ts";

/** What a domain shows to other domains. */
const doors =
  /^lib\/[^/]+\/(queries|commands|model|facts|follow-store|address-check|history|contact|contacts|phone|names)\.ts$/;

/** What runs in a browser as well: rules and shapes. */
const openToComponents =
  /^lib\/([^/]+\/(schema|model|events|filters|address-check)\.ts|i18n\/.+|auth\/(action-result|permissions)\.ts|(money|time)\/.+|search\/words\.ts)$/;

/** What rules and shapes may use: each other, and libraries that only compute. */
const pure =
  /^(lib\/([^/]+\/(schema|model|events)\.ts|http\/cursor\.ts|i18n\/locales\.ts|auth\/permissions\.ts|money\/.+)|zod|decimal\.js|libphonenumber-js(\/.+)?|nuqs\/server)$/;

/** Not part of the app: these import what they like. */
const outside = /^((scripts|tests)\/|[^/]+\.config\.\w+$)/;

/** What is wrong with an import, or null. Types go anywhere. */
export function problemOf(file: string, { target, isType }: Import): string | null {
  if (isType || outside.test(file)) return null;
  if (/^lib\/[^/]+\/(model|schema)\.ts$/.test(file) && !pure.test(target))
    return "rules and shapes do no I/O";
  if (/^(scripts|tests)\//.test(target)) return "the app does not need it to run";
  if (target.startsWith("app/") && !file.startsWith("app/")) return "only app imports app";
  if (file.startsWith("components/")) return problemOfComponent(target);
  if (file.startsWith("lib/")) return problemInLib(file, target);
  return null;
}

function problemOfComponent(target: string): string | null {
  if (!target.startsWith("lib/") || openToComponents.test(target)) return null;
  return "components take rules, shapes and types from lib, nothing else";
}

function problemInLib(file: string, target: string): string | null {
  if (target.startsWith("components/")) return "lib knows no components";
  if (!target.startsWith("lib/") || target === queue) return null;
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === to) return null;
  const allowed = mayEnter[from];
  if (!allowed) return `lib/${from} is not in the list of rooms`;
  if (!allowed.includes(to)) return `lib/${from} does not import lib/${to}`;
  const isBetweenDomains = domains.includes(from) && domains.includes(to);
  return isBetweenDomains && !doors.test(target) ? "domains meet in queries, commands and model only" : null;
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}
