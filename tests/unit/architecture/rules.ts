import type { Import } from "./sources.ts";

const domains = ["leads", "orders", "customers", "inventory", "kpi", "stores", "team", "telegram"];
const ground = ["base", "sales"];

/** Which rooms of lib a room may enter, besides itself. */
const mayEnter: Record<string, string[]> = {
  base: [],
  sales: ["base"],
  health: ["base"],
  platforms: ["base", "sales", "orders", "stores"],
  ...Object.fromEntries(domains.map((domain) => [domain, [...ground, ...domains]])),
  stores: [...ground, ...domains, "platforms"],
  ingest: [...ground, ...domains, "platforms"],
  worker: [...ground, ...domains, "ingest"],
  export: [...ground, ...domains],
  palette: [...ground, ...domains],
};

/** Which parts of the ground a part of it may enter, besides itself. */
const mayEnterInBase: Record<string, string[]> = {
  "env.ts": [],
  "log.ts": ["request-context.ts"],
  "request-context.ts": [],
  money: [],
  text: [],
  time: [],
  db: ["env.ts", "log.ts"],
  http: ["db", "env.ts", "log.ts", "request-context.ts", "text"],
  jobs: ["db", "env.ts"],
  i18n: ["auth", "db", "env.ts", "log.ts"],
  auth: ["db", "env.ts", "http", "i18n", "log.ts", "request-context.ts", "text"],
  events: ["db"],
  search: ["db"],
  list: ["auth", "db", "search", "text"],
};

/** What a domain shows to other domains. */
const doors =
  /^lib\/[^/]+\/(queries|commands|model|facts|follow-store|address-check|history|contact|contacts|phone|names)\.ts$/;

/** What runs in a browser as well: rules and shapes, what a list is; and the actions, which a browser only calls. */
const openToComponents =
  /^lib\/(sales\/(statuses|timeline\/kinds)\.ts|platforms\/facts\.ts|[^/]+\/(schema|model|change|list|address-check)\.ts|base\/(i18n\/.+|(auth|list\/[^/]+)\/(action-result|permissions|schema|model)\.ts|list\/(actions|define|names|params)\.ts|(money|time)\/.+|search\/words\.ts))$/;

/** What rules and shapes may use: each other, and libraries that only compute. */
const pure =
  /^(lib\/(sales\/(statuses|timeline\/kinds)\.ts|platforms\/facts\.ts|[^/]+\/(schema|model)\.ts|base\/(list\/(cursor|names|[^/]+\/model)\.ts|i18n\/locales\.ts|auth\/(permissions|schema)\.ts|(money|text)\/.+))|zod|decimal\.js|libphonenumber-js(\/.+)?|nuqs\/server)$/;

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
  if (!target.startsWith("lib/") || openToComponents.test(target) || target.endsWith("/actions.ts"))
    return null;
  return "components take rules, shapes and types from lib, nothing else";
}

function problemInLib(file: string, target: string): string | null {
  if (target.startsWith("components/")) return "lib knows no components";
  if (!target.startsWith("lib/")) return null;
  const [from = "", fromPart = ""] = file.split("/").slice(1);
  const [to = "", toPart = ""] = target.split("/").slice(1);
  if (from === "base" && to === "base")
    return problemOfEntering("lib/base", mayEnterInBase, fromPart, toPart);
  const problem = problemOfEntering("lib", mayEnter, from, to);
  if (problem || from === to) return problem;
  const isBetweenDomains = domains.includes(from) && domains.includes(to);
  return isBetweenDomains && !doors.test(target) ? "domains meet in queries, commands and model only" : null;
}

function problemOfEntering(
  house: string,
  allowed: Record<string, string[]>,
  from: string,
  to: string,
): string | null {
  if (from === to) return null;
  const rooms = allowed[from];
  if (!rooms) return `${house}/${from} is not in the list of rooms`;
  return rooms.includes(to) ? null : `${house}/${from} does not import ${house}/${to}`;
}
