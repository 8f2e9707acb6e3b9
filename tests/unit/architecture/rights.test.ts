import { describe, expect, test } from "vitest";
import { ownFiles, read } from "./sources.ts";

// Whoever adds a page, an action or a route says who may use it. A list says so where it is defined; its page and its export ask for that.

const code = ownFiles(".ts", ".tsx").filter((file) => /^(app|components|lib)\//.test(file));

/** Pages that strangers open. Of `dev/mails` it is this machine that decides who may (lib/mail/kept). */
const openPages = [
  "app/(auth)/auth/confirm/page.tsx",
  "app/(auth)/email-change/page.tsx",
  "app/(auth)/forgot-password/page.tsx",
  "app/(auth)/invitation/page.tsx",
  "app/(auth)/login/page.tsx",
  "app/(auth)/unsubscribe/page.tsx",
  "app/dev/mails/page.tsx",
];

/** Pages where somebody gives what the session still owes: they know the person, and show nothing but that. */
const pagesToGive = ["app/(auth)/login/code/page.tsx", "app/(auth)/two-factor/page.tsx"];

/** What people do before they have a session, or to end it. */
const openActions = [
  "acceptInvitationAction",
  "confirmEmailChangeAction",
  "redeemLinkAction",
  "requestPasswordResetAction",
  "signInAction",
  "signOutAction",
  "unsubscribeAction",
];

/** Addresses for anybody, for a scheduler that knows a secret, and for those who prove by a header who they are: stores, and Telegram. What ends summaries asks for a signature itself. */
const openRoutes = [
  "app/api/health/ready/route.ts",
  "app/api/health/route.ts",
  "app/api/unsubscribe/route.ts",
];
const secretRoutes = ["app/api/cron/route.ts"];
const signedRoutes = ["app/api/telegram/route.ts", "app/api/webhooks/[platform]/route.ts"];

const permission = String.raw`"[a-z]+\.[a-zA-Z]+"`;

describe("every page declares its right", () => {
  const pages = code.filter((file) => /^app\/.*\/page\.tsx$/.test(file));
  const declares = new RegExp(String.raw`\brequirePermission\(${permission}\)|\bopenList\([a-z]+List,`);

  test("or is open to strangers", () => {
    expect(pages.length).toBeGreaterThan(10);
    const open = pages.filter((file) => !declares.test(read(file)));
    expect(open.sort()).toEqual([...openPages, ...pagesToGive].sort());
    expect(pages.filter((file) => /\brequireKnownPerson\(\)/.test(read(file))).sort()).toEqual(pagesToGive);
  });

  test("and takes no session without one", () => {
    expect(pages.filter((file) => /\brequireSession\b/.test(read(file)))).toEqual([]);
  });
});

describe("every action declares its right", () => {
  const files = code.filter((file) => read(file).startsWith('"use server"'));
  const actions = files.flatMap((file) => exportsOf(read(file)));

  test("in the actions of its domain", () => {
    expect(files.filter((file) => !/^lib\/.+\/actions\.ts$/.test(file))).toEqual([]);
  });

  test("or is one of those without a session", () => {
    const isDeclared = new RegExp(String.raw`^action(?:ForEach)?\(\{[\s\S]*?\bpermission: ${permission}`);
    const open = actions.filter(({ value }) => !isDeclared.test(value));
    expect(actions.length).toBeGreaterThan(20);
    expect(open.map(({ name }) => name).sort()).toEqual(openActions);
    expect(open.filter(({ value }) => !value.startsWith("publicAction("))).toEqual([]);
  });
});

describe("every route declares its right", () => {
  const routes = code.filter((file) => file.endsWith("/route.ts") && file.startsWith("app/"));
  const madeBy = (maker: string) =>
    routes.filter((file) => exportsOf(read(file)).some(({ value }) => value.startsWith(`${maker}(`))).sort();

  test("and is made by one maker", () => {
    const personal = madeBy("route");
    const undeclared = personal.filter(
      (file) => !new RegExp(String.raw`\bpermission: \[?${permission}`).test(read(file)),
    );
    expect(undeclared).toEqual([]);
    expect(madeBy("publicRoute")).toEqual(openRoutes);
    expect(madeBy("secretRoute")).toEqual(secretRoutes);
    const known = [...personal, ...madeBy("exportRoute"), ...openRoutes, ...secretRoutes, ...signedRoutes];
    expect(routes.filter((file) => !known.includes(file))).toEqual([]);
  });
});

/** Where a person is known before there is a session, or by another way than a session, or gets a surer one. */
const madePersons = [
  "lib/base/auth/member-session.ts",
  "lib/base/auth/second-factor/enrolment.ts",
  "lib/base/auth/second-factor/recovery-codes.ts",
  "lib/base/auth/session.ts",
  "lib/base/auth/sign-in.ts",
];

test("a transaction for a person is given the session itself, which knows whether an admin looks as that person", () => {
  const making = /\bforUser\(\s*\{/;
  expect(code.filter((file) => making.test(read(file))).sort()).toEqual(madePersons);
});

interface Exported {
  name: string;
  /** From the equals sign to the next export. */
  value: string;
}

/** What a file exports as values; a function that no maker made has none. */
function exportsOf(text: string): Exported[] {
  return text
    .split(/^export (?:const|async function|function) /m)
    .slice(1)
    .map((part) => {
      const [, name = "", value = ""] = /^(\w+)(?: = ([\s\S]*))?/.exec(part) ?? [];
      return { name, value };
    });
}
