import { expect, test } from "vitest";
import {
  loadMessages,
  type MessagesPart,
  messagesForBrowsers,
  messagesOfPart,
} from "#lib/base/i18n/messages.ts";
import { type Import, importsAtOnceOf, importsOf, ownFiles, read } from "./sources.ts";

const code = new Set(ownFiles(".ts", ".tsx"));

/** What a page may load before it can be used: what is small, or draws every page. */
const loadedFirst =
  /^(react|next(\/.+)?|next-intl|next-themes|nuqs(\/server)?|lucide-react|zustand|clsx|class-variance-authority|@radix-ui\/react-(direction|slot)|@fontsource-variable\/inter|(app|messages)\/.+\.(css|json))$/;

/** What a page may fetch when it is needed. Tables of phone numbers and regions, exact decimals and the like are the server's. */
const fetchedLater =
  /^(cmdk|sonner|zod|@hookform\/resolvers\/zod|react-hook-form|react-day-picker|recharts|@radix-ui\/react-(alert-dialog|dialog|menu|popover|radio-group|select))$/;

/** The pages that people live in, and the way in. */
const pages = [
  "app/layout.tsx",
  "app/(auth)/login/page.tsx",
  "app/(app)/layout.tsx",
  "app/(app)/dashboard/page.tsx",
  "app/(app)/leads/(list)/page.tsx",
  "app/(app)/leads/[id]/page.tsx",
  "app/(app)/leads/call/page.tsx",
  "app/(app)/orders/page.tsx",
  "app/(app)/customers/page.tsx",
  "app/(app)/inventory/page.tsx",
];

test("nothing comes into a browser that only a server needs", () => {
  const everything = reached([...code].filter(isClient), (file) => importsOf(file, read(file)));
  expect(unwanted(everything, (name) => loadedFirst.test(name) || fetchedLater.test(name))).toEqual([]);
});

test("the pages that people live in load nothing at once that can be fetched later", () => {
  expect(unwanted(reached(clientPartsOf(pages), importsAtOnce), (name) => loadedFirst.test(name))).toEqual(
    [],
  );
});

test("pages before the sign-in say in a browser only what they are sent", async () => {
  const { everywhere } = messagesForBrowsers(await loadMessages("en"));
  const outside = [...code].filter((file) => /^app\/(\(auth\)\/.+|layout|not-found)\.tsx$/.test(file));
  const said = saidBy(outside);
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(({ path }) => !isSent(everywhere, path))).toEqual([]);
});

test("a page behind the sign-in says in a browser only what it is sent", async () => {
  const all = await loadMessages("en");
  const { everywhere, behindSignIn } = messagesForBrowsers(all);
  const inside = [...code].filter((file) =>
    /^app\/\(app\)\/.*(page|layout|loading|error|not-found)\.tsx$/.test(file),
  );
  expect(inside.length).toBeGreaterThan(40);
  const unsent = inside.flatMap((page) => {
    const [, part] = /^app\/\(app\)\/(dashboard|inventory|settings)\//.exec(page) ?? [];
    const sent = { ...everywhere, ...behindSignIn, ...(part && messagesOfPart(all, part as MessagesPart)) };
    return saidBy([page])
      .filter(({ path }) => !isSent(sent, path))
      .map(({ file, path }) => `${page}: ${file} says ${path}`);
  });
  expect(unsent).toEqual([]);
});

interface Said {
  file: string;
  /** A domain of messages or one of its parts; or, where a file speaks from all of them, what it says. */
  path: string;
}

/** What some pages say in a browser, as far as it is known before they run. */
function saidBy(pagesOrLayouts: string[]): Said[] {
  const files = reached(clientPartsOf(pagesOrLayouts), (file) => importsOf(file, read(file)));
  return files
    .filter(({ target }) => code.has(target))
    .flatMap(({ target }) => saidIn(read(target)).map((path) => ({ file: target, path })));
}

function saidIn(text: string): string[] {
  const found = [...text.matchAll(/useTranslations\("([\w.]+)"\)/g)];
  if (text.includes("useTranslations()")) found.push(...text.matchAll(/\bt\(["`](\w[\w.]*\w)/g));
  return found.map(([, path = ""]) => path);
}

function isSent(sent: object, path: string): boolean {
  const found = path
    .split(".")
    .reduce<unknown>((there, name) => (there as Record<string, unknown> | undefined)?.[name], sent);
  return found !== undefined;
}

interface Reached {
  from: string;
  target: string;
}

function isClient(file: string): boolean {
  return /^["']use client["']/.test(read(file));
}

function importsAtOnce(file: string): Import[] {
  return importsAtOnceOf(file, read(file));
}

/** What a browser draws of some pages: the first files on each way that say so. */
function clientPartsOf(files: string[]): string[] {
  const drawn = reached(files, (file) => (isClient(file) ? [] : importsAtOnce(file)));
  return drawn.map(({ target }) => target).filter((file) => code.has(file) && isClient(file));
}

/** Of an action a browser gets only a way to call it. */
function isAction(file: string): boolean {
  return /^["']use server["']/.test(read(file));
}

/** Everything that some files come to through imports of values: files, and at the ends packages. */
function reached(files: string[], importsFrom: (file: string) => Import[]): Reached[] {
  const seen = new Set(files);
  const all: Reached[] = files.map((file) => ({ from: file, target: file }));
  for (const { target: file } of all) {
    if (!code.has(file) || isAction(file)) continue;
    for (const { target, isType } of importsFrom(file)) {
      if (isType || seen.has(target)) continue;
      seen.add(target);
      all.push({ from: file, target });
    }
  }
  return all;
}

function unwanted(all: Reached[], isFine: (name: string) => boolean): string[] {
  return all
    .filter(({ target }) => !code.has(target) && !isFine(target))
    .map(({ from, target }) => `${from} brings ${target}`);
}
