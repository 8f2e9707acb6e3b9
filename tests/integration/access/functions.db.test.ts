import { beforeAll, describe, expect, test } from "vitest";
import { asAnon, asOwner, asPerson, asSurePerson, type Query } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  giveSecondFactor,
  type Person,
  type Workspace,
} from "#tests/support/people.ts";
import { createSale, insert, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

// Functions that run past the policies are walls of their own: who may call them, and with how sure a session.

/** What tells or changes nothing but of the person's own account and session, or is asked by the policies, which ask how sure the session is beside it. */
const ofOneself = [
  "active_workspaces",
  "admin_workspaces",
  "assigned_orders",
  "cancel_email_change",
  "editing_workspaces",
  "end_linked_access",
  "end_other_sessions",
  "end_session",
  "end_viewing",
  "forget_recovery_codes",
  "is_unattached",
  "managed_workspaces",
  "note_browser",
  "note_session",
  "note_visit",
  "overview_workspaces",
  "own_stores",
  "recovery_codes_left",
  "replace_recovery_codes",
  "session_aal",
  "session_lives",
  "tell_account_change",
  "use_recovery_code",
  "viewing",
  "wanted_factor",
];

/** What computes anew what is known, and tells nothing; and what puts up a mail of the own account, whose text is sealed. */
const harmless = ["queue_mail", "refresh_customer_sellers", "refresh_customer_sellers", "refresh_customers"];

/** What does and tells nothing without the answer of another function, which asks how sure the session is. */
const leaning: Record<string, string> = {
  answer_return: "keeps_stock",
  end_previous_secret: "may_edit_store",
  queue_past_orders: "keeps_stock",
  remove_store: "may_edit_store",
  serve_past_orders: "keeps_stock",
  set_store_secrets: "may_edit_store",
  store_choices: "store_names",
  store_domains: "store_names",
};

test("every function that runs past the policies asks how sure the session is, or is one of the account's own", async () => {
  const open = await asOwner<{ name: string; text: string }>(
    `select proname as name, prosrc as text from pg_proc
     where pronamespace in ('astra'::regnamespace, 'public'::regnamespace) and prosecdef and prorettype <> 'trigger'::regtype
       and has_function_privilege('authenticated', oid, 'execute') and proname <> 'is_sure_enough'
       and prosrc !~ 'astra\\.(is_sure_enough|require_sure_session)\\('`,
  );
  expect(open.map(({ name }) => name).sort()).toEqual(
    [...ofOneself, ...harmless, ...Object.keys(leaning)].sort(),
  );
  for (const { name, text } of open.filter((one) => one.name in leaning))
    expect(text, name).toContain(`astra.${leaning[name]}(`);
});

let workspace: Workspace;
let people: Record<"admin" | "owing" | "manager" | "seller" | "otherSeller" | "viewer" | "stranger", Person>;
let sale: Sale;
let other: Sale;
let mergeId: string;
let mergedId: string;
let manualLeadId: string;

beforeAll(async () => {
  workspace = await createWorkspace();
  const strict = await createWorkspace();
  people = {
    admin: await createMember(workspace, "admin"),
    owing: await createMember(workspace, "admin"),
    manager: await createMember(workspace, "manager"),
    seller: await createMember(workspace, "seller"),
    otherSeller: await createMember(workspace, "seller"),
    viewer: await createMember(workspace, "viewer"),
    stranger: await createMember(await createWorkspace(), "admin"),
  };
  await giveSecondFactor(people.admin);
  await insert("memberships", { workspace_id: strict.id, user_id: people.owing.userId, role: "admin" });
  await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [strict.id]);
  const sold = { workspace, store: await createStore(workspace, people.seller), seller: people.seller };
  sale = await createSale(sold);
  other = await createSale(sold);
  const { customerId } = await createSale(sold);
  mergedId = customerId;
  await asPerson(people.manager.userId, (query) =>
    query("select astra.merge_customers($1, $2, '{}')", [sale.customerId, customerId]),
  );
  const [merge] = await asOwner<{ id: string }>("select id from customer_merges where merged_id = $1", [
    customerId,
  ]);
  mergeId = merge?.id ?? "";
  manualLeadId = crypto.randomUUID();
  await insert("crm_leads", {
    id: manualLeadId,
    workspace_id: workspace.id,
    user_id: people.seller.userId,
    source: "manual",
    name: "Ana Pop",
    cod_status: "pending",
    kpi_status: "waiting",
  });
});

/** Whom each function answers with something, and with what it is asked. */
const calls: Record<string, { answers: Token[]; ask: (query: Query) => Promise<{ rowCount: number }> }> = {
  sell_by_hand: {
    answers: ["admin", "manager", "seller"],
    ask: (query) =>
      query("select astra.sell_by_hand($1, $2, $3)", [
        manualLeadId,
        { currency: "EUR", shipping: 0, discount: 0, paymentKind: "cash_on_delivery", country: "RO" },
        JSON.stringify([{ sku: null, name: "Lamp", quantity: 1, price: 10 }]),
      ]),
  },
  merge_customers: {
    answers: ["admin", "manager"],
    ask: (query) => query("select astra.merge_customers($1, $2, '{}')", [sale.customerId, other.customerId]),
  },
  undo_merge: {
    answers: ["admin", "manager"],
    ask: (query) => query("select astra.undo_merge($1)", [mergeId]),
  },
  remove_store: {
    answers: ["admin", "seller"],
    ask: (query) => query("select astra.remove_store($1)", [sale.storeId]),
  },
  set_store_secrets: {
    answers: ["admin", "seller"],
    ask: (query) => query("select astra.set_store_secrets($1, 'sealed', null)", [sale.storeId]),
  },
  note_hand_over: {
    answers: ["admin"],
    ask: (query) =>
      query("select astra.note_hand_over($1, $2, $2, '{}')", [workspace.id, people.seller.userId]),
  },
  buyer_signs: {
    answers: ["admin", "manager", "seller", "viewer"],
    ask: (query) => query("select from astra.buyer_signs($1, $2)", [workspace.id, [sale.leadId]]),
  },
  leads_of_numbers: {
    answers: ["admin", "manager", "seller", "viewer"],
    ask: (query) => query("select from astra.leads_of_numbers($1, '{1001}')", [workspace.id]),
  },
  store_domains: {
    answers: ["admin", "manager", "seller", "viewer"],
    ask: (query) => query("select from astra.store_domains($1)", [workspace.id]),
  },
  colleagues: {
    answers: ["admin", "manager", "seller", "otherSeller", "viewer"],
    ask: (query) => query("select from astra.colleagues($1)", [workspace.id]),
  },
  kept_customer: {
    answers: ["admin", "manager", "seller", "viewer"],
    ask: (query) => query("select from astra.kept_customer($1) kept where kept is not null", [mergedId]),
  },
};

type Token = keyof typeof people | "adminByPasswordAlone" | "anon";
const tokens: Token[] = [
  "admin",
  "adminByPasswordAlone",
  "owing",
  "manager",
  "seller",
  "otherSeller",
  "viewer",
  "stranger",
  "anon",
];

function as<T>(token: Token, work: (query: Query) => Promise<T>): Promise<T> {
  if (token === "anon") return asAnon(work);
  if (token === "adminByPasswordAlone") return asPerson(people.admin.userId, work);
  if (token === "admin") return asSurePerson(people.admin.userId, work);
  return asPerson(people[token].userId, work);
}

class Reached extends Error {}

/** Whether a call did or told something. What it did is taken back, so that the next one finds the same. */
async function reaches(token: Token, ask: (query: Query) => Promise<{ rowCount: number }>): Promise<boolean> {
  try {
    await as(token, async (query) => {
      if ((await ask(query)).rowCount > 0) throw new Reached();
    });
    return false;
  } catch (error) {
    if (error instanceof Reached) return true;
    expect(error).toMatchObject({ code: "42501" });
    return false;
  }
}

describe("whoever calls it past Astra, with a token of each kind:", () => {
  test.each(Object.entries(calls))("%s answers those who may alone", async (_, { answers, ask }) => {
    const reached: Token[] = [];
    for (const token of tokens) if (await reaches(token, ask)) reached.push(token);
    expect(reached).toEqual(answers);
  });

  test.each(["search_leads", "search_customers"])("%s finds nothing by a password alone", async (name) => {
    const search = (query: Query) => query(`select astra.${name}($1, '{ana}')`, [workspace.id]);
    for (const token of ["adminByPasswordAlone", "owing", "anon"] as const)
      expect(await reaches(token, search), token).toBe(false);
    expect(await reaches("admin", search)).toBe(true);
  });
});
