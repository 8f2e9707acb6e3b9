import { beforeAll, describe, expect, test } from "vitest";
import { forUser } from "#lib/base/db/access.ts";
import { knownCustomers } from "#lib/customers/contacts.ts";
import { matchCustomers } from "#lib/sales/search/matches.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { byName, namesOf, pageOf } from "./ask.ts";
import { type AskerName, createWorld, visibleTo, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const stefan = "Ștefan Popescu";

/** What people type, and whom it finds. */
const searches: [string, string[]][] = [
  ["stefan pop", [stefan, "Stefania POP", "Ioana Pop"]],
  ["pop stefan", [stefan, "Stefania POP", "Ioana Pop"]],
  ["ȘTEFAN POPESCU", [stefan]],
  ["s\u0326tefan pope", [stefan]],
  ["muller weiss", ["José Müller-Weiß"]],
  ["jose", ["José Müller-Weiß"]],
  ["0722 123 456", [stefan]],
  ["0722123456", [stefan]],
  ["+40722123456", [stefan]],
  ["+40 722 123 456", [stefan]],
  ["+40 (0) 722-123-456", [stefan]],
  ["0040722123456", [stefan]],
  ["0040 722.123.456", [stefan]],
  ["722-123", [stefan]],
  ["722 123", [stefan]],
  ["(0722) 123", [stefan]],
  ["0171 1234567", ["José Müller-Weiß"]],
  ["123456", [stefan, "José Müller-Weiß"]],
  ["#1001", [stefan, "Maria Filler 1"]],
  ["1001 stefan", [stefan]],
  ["de-2001", ["José Müller-Weiß"]],
  ["#DE-2001", ["José Müller-Weiß"]],
  ["1001 0722123456", [stefan]],
  ["1001 +40 722 123 456", [stefan]],
  ["0722123456 1002", []],
  ["stefan.popescu", [stefan]],
  ["stefan.popescu@firma.example", [stefan]],
  ["STEFAN.POPESCU@fir", [stefan]],
  ["stefan@other.example", ["Ioana Pop"]],
  ["stefan.popescu@other.example", []],
  ["pop_100%", ["Stefania POP"]],
  ["pop%100", []],
  ["pop\\100", []],
  ["st stefania", ["Stefania POP"]],
  ["nobody at all", []],
];

describe("search", () => {
  test.each(searches)("%s", async (text, expected) => {
    const query = `q=${encodeURIComponent(text)}`;
    expect((await namesOf(world.sessions.admin, query)).sort()).toEqual([...expected].sort());
    for (const seller of ["ana", "mihai"] as const) {
      const own = visibleTo(world, seller).map(({ name }) => name);
      expect((await namesOf(world.sessions[seller], query)).sort()).toEqual(
        expected.filter((name) => own.includes(name)).sort(),
      );
    }
  });

  test.each(["", " ", "#", "st", "7 2", "@firma.example", "a@b.c"])(
    "%j is too little to search for",
    async (text) => {
      const { total } = await pageOf(world.sessions.admin, `q=${encodeURIComponent(text)}`);
      expect(total).toBe(world.leads.length);
    },
  );

  test.each(["admin", "ana", "mihai"] satisfies AskerName[])(
    "many matches are all found: %s",
    async (asker) => {
      const expected = byName(visibleTo(world, asker).filter(({ name }) => name.startsWith("Maria")));
      const page = await pageOf(world.sessions[asker], "q=maria&size=100");
      expect(page.rows.map(({ customerName }) => customerName).sort()).toEqual(expected);
      expect(page).toMatchObject({ total: expected.length, isCapped: false });
    },
  );
});

describe("a SKU", () => {
  const sold = (sku: string) =>
    byName(world.leads.filter(({ items }) => items.some((item) => item.sku === sku)));

  test.each(["admin", "manager", "viewer"] satisfies AskerName[])(
    "finds what was sold of it: %s",
    async (asker) => {
      for (const text of ["SHADE-1", "shade-1", " Lamp-1 "]) {
        const page = await pageOf(world.sessions[asker], `q=${encodeURIComponent(text)}&size=100`);
        const expected = sold(text.trim().toUpperCase());
        expect(page.rows.map(({ customerName }) => customerName).sort()).toEqual(expected);
        expect(page).toMatchObject({ total: expected.length, isCapped: false });
      }
      expect(await namesOf(world.sessions[asker], "q=shade-1&view=returned")).toEqual(
        await namesOf(world.sessions[asker], "sku=SHADE-1&view=returned"),
      );
      expect(await namesOf(world.sessions[asker], "q=SHADE-2")).toEqual([]);
    },
  );

  test("finds nothing for a seller, nor what another workspace sold", async () => {
    const { ana, mihai, stranger } = world.sessions;
    for (const session of [ana, mihai]) expect(await namesOf(session, "q=SHADE-1")).toEqual([]);
    const theirs = await pageOf(stranger, "q=LAMP-1");
    expect(theirs.rows.map(({ id }) => id)).toEqual([world.strangersLeadId]);
  });
});

describe("the function behind it", () => {
  const ask = (session: { userId: string }, workspaceId: string, words: string[], name = "search_leads") =>
    asPerson(session.userId, async (query) => {
      const { rows } = await query(`select astra.${name}($1, $2) as ids`, [workspaceId, words]);
      return rows[0]?.ids;
    });

  test.each(["search_leads", "search_customers"])(
    "%s shows nothing to strangers, nor of another workspace",
    async (name) => {
      const { admin, stranger, ana } = world.sessions;
      expect(await ask(stranger, admin.workspace.id, ["popescu"], name)).toEqual([]);
      expect(await ask(ana, stranger.workspace.id, ["popescu"], name)).toEqual([]);
      expect(await ask({ userId: crypto.randomUUID() }, admin.workspace.id, ["popescu"], name)).toEqual([]);
      expect(await ask(admin, admin.workspace.id, ["popescu"], name)).toHaveLength(1);
    },
  );

  test.each<[boolean, string[]]>([
    [true, ["+40722123456"]],
    [true, ["popescu", "722123456"]],
    [true, ["nobody.bears.this@gmail.com"]],
    [false, ["popescu"]],
    [false, ["40722"]],
    [false, ["722123 722123456"]],
    [false, ["ana@gmail.com"]],
    [false, ["nobody.bears.this@"]],
  ])("whether words are likely in few rows: %s for %j", async (areInFew, words) => {
    const rows = await asOwner("select astra.are_in_few($1) as few", [words]);
    expect(rows).toEqual([{ few: areInFew }]);
  });

  test("words are no SQL", async () => {
    const { admin } = world.sessions;
    for (const word of ["'; drop table crm_leads; --", "%'or'true'--", "$1", "\\", "%s%I%L"])
      expect(await ask(admin, admin.workspace.id, [word])).toEqual([]);
  });

  test.each(["admin", "manager", "viewer", "ana", "mihai"] satisfies AskerName[])(
    "customers are found by those who may see them: %s",
    async (asker) => {
      const session = world.sessions[asker];
      const visible = visibleTo(world, asker);
      for (const [text, expected] of [
        ["stefan", [stefan, "Stefania POP", "Ioana Pop"]],
        ["0744 000 2", ["Handed Over"]],
        ["maria filler", visible.map(({ name }) => name).filter((name) => name.startsWith("Maria"))],
      ] as const) {
        const found = await forUser(session, async (tx) => {
          const matches = await matchCustomers(tx, session, text);
          return tx.$queryRaw<
            { name: string }[]
          >`select name from ${knownCustomers(session)} where ${matches?.condition}`;
        });
        const own = visible.map(({ name }) => name);
        expect(found.map(({ name }) => name).sort()).toEqual(
          expected.filter((name) => own.includes(name)).sort(),
        );
      }
    },
  );
});
