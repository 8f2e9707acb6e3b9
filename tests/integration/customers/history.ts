import { randomUUID } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";
import { customerList } from "#lib/customers/list.ts";
import { mergeCustomers } from "#lib/customers/merge.ts";
import type { MergePart } from "#lib/customers/model.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import { acceptStoreValue, correctContact, keepCorrection } from "#lib/leads/correct-contact.ts";
import { reassign } from "#lib/leads/lead-commands.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { noSale } from "#tests/support/sales-by-hand.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";

export type SellerName = "one" | "other";
export type ActorName = SellerName | "admin";

/** One thing that happens: what an arbitrary makes, told in small numbers. */
export type Step =
  | {
      do: "order";
      store: SellerName;
      id: number;
      person: number;
      signs: number;
      name: number;
      minute: number;
    }
  | { do: "manual"; by: SellerName; person: number; signs: number }
  | { do: "correct"; by: ActorName; lead: number; field: "name" | "phone" | "street" | "city" }
  | { do: "decide"; by: ActorName; lead: number; isAccepted: boolean }
  | { do: "reassign"; lead: number; to: SellerName }
  | { do: "handOver"; store: SellerName; to: SellerName }
  | { do: "merge"; kept: number; merged: number; taken: MergePart[] }
  | { do: "redact"; store: SellerName; person: number };

/** Who may read a word: whoever sees one of these leads, or said it; an admin's words are everybody's. */
interface Word {
  leads: Set<string>;
  people: Set<string>;
}

/** Two sellers, each with a store, and an admin, to whom things happen; every word that is ever said can be told from all others. */
export class Desk {
  readonly members: Record<ActorName, Member>;
  readonly words = new Map<string, Word>();
  readonly log: string[] = [];
  private readonly stores: Record<SellerName, TellingStore>;
  private count = 0;

  private constructor(members: Desk["members"], stores: Desk["stores"]) {
    this.members = members;
    this.stores = stores;
  }

  static async open(): Promise<Desk> {
    const workspace = await createWorkspace("RON");
    const [one, other, admin] = [
      await signIn(workspace, "seller", "One"),
      await signIn(workspace, "seller", "Other"),
      await signIn(workspace, "admin", "Admin"),
    ];
    const stores = { one: await openStore(workspace, one), other: await openStore(workspace, other) };
    return new Desk({ one, other, admin }, stores);
  }

  /** Lets a step happen; one that can't is passed over. */
  async take(step: Step): Promise<void> {
    this.log.push(JSON.stringify(step));
    if (step.do === "order") return this.order(step);
    if (step.do === "manual") return this.manual(step);
    if (step.do === "correct") return this.correct(step);
    if (step.do === "decide") return this.decide(step);
    if (step.do === "reassign") return this.reassign(step);
    if (step.do === "handOver") return this.handOver(step);
    if (step.do === "merge") return this.merge(step);
    return this.redact(step);
  }

  /** The words that a seller may not read now. */
  async secretsFrom(seller: SellerName): Promise<string[]> {
    const { userId } = this.members[seller];
    const seen = await asOwner<{ id: string }>(
      `select lead.id from crm_leads lead left join orders "order" on "order".id = lead.order_id
       where $1 in (lead.user_id, lead.store_user_id, "order".user_id)`,
      [userId],
    );
    const leads = new Set(seen.map(({ id }) => id));
    const isSecret = ({ people, leads: said }: Word) =>
      !people.has(userId) && !people.has(this.members.admin.userId) && ![...said].some((id) => leads.has(id));
    return [...this.words].filter(([, word]) => isSecret(word)).map(([text]) => text);
  }

  /** A word that nobody has said. */
  private newWord(letter: string): string {
    return `${letter}q${++this.count}x`;
  }

  private phone(): string {
    return `+4072${String(1_000_000 + ++this.count * 7_919).slice(0, 7)}`;
  }

  /** Notes the words of a text as said on a lead, by a person or by its store. */
  private note(texts: (string | null | undefined)[], leadId: string, userId?: string): void {
    for (const text of texts.flatMap((one) => one?.match(/[a-z]+q\d+x|\d{9,}/gi) ?? [])) {
      const word = this.words.get(text.toLowerCase().slice(-9)) ?? { leads: new Set(), people: new Set() };
      word.leads.add(leadId);
      if (userId) word.people.add(userId);
      this.words.set(text.toLowerCase().slice(-9), word);
    }
  }

  /** A buyer of whom an order says more or less: the signs are those of one of three persons, or of nobody else. */
  private buyer({ person, signs, name }: { person: number; signs: number; name: number }) {
    const own = `Verq${900 + person}x`;
    const names = [own, `${own} ${this.newWord("N")}`, this.newWord("Z"), null];
    return {
      name: names[name % names.length] ?? null,
      email: signs % 2 === 0 ? `mailq${900 + person}x@example.com` : null,
      phone: signs % 3 < 2 ? `+4073390000${person}` : this.phone(),
    };
  }

  private async order(step: Extract<Step, { do: "order" }>): Promise<void> {
    const store = this.stores[step.store];
    const address = step.minute % 4 === 0 ? {} : { street: this.newWord("S"), city: this.newWord("C") };
    const buyer = { ...this.buyer(step), ...address };
    const createdAt = new Date(Date.UTC(2026, 2, 2, 10, step.minute));
    const isKnown = await asOwner(
      "select 1 from orders where integration_id = $1 and external_order_id = $2",
      [store.id, String(step.id)],
    );
    const { leadId } = await tellOrder(store, {
      id: String(step.id),
      buyer,
      createdAt,
      updatedAt: isKnown.length > 0 ? new Date() : createdAt,
      change: isKnown.length > 0 ? "updated" : "created",
    });
    this.note(Object.values(buyer), leadId);
  }

  private async manual(step: Extract<Step, { do: "manual" }>): Promise<void> {
    const member = this.members[step.by];
    const { email, phone } = this.buyer({ ...step, name: 0 });
    const contact = { name: `Verq${900 + step.person}x ${this.newWord("M")}`, email: email ?? "", phone };
    const rest = { country: "", sale: noSale, note: "", tags: [], isKnownDuplicate: true };
    const result = await createManualLead(member, { ...rest, ...contact });
    if (result.outcome === "created") this.note(Object.values(contact), result.id, member.userId);
  }

  private async correct({ by, lead, field }: Extract<Step, { do: "correct" }>): Promise<void> {
    const member = this.members[by];
    const found = await this.pick(lead, member);
    if (!found) return;
    const { id: leadId, contact } = found;
    const value = field === "phone" ? this.phone() : this.newWord("K");
    try {
      await correctContact(member, { leadId, from: contact, to: { [field]: value } });
    } catch {
      return; // a lead without an order and a buyer has no address
    }
    this.note([value], leadId, member.userId);
    // Whoever corrects one line of an address says the rest of it, too.
    if (field === "street" || field === "city")
      this.note([contact.street, contact.city], leadId, member.userId);
  }

  private async decide({ by, lead, isAccepted }: Extract<Step, { do: "decide" }>): Promise<void> {
    const member = this.members[by];
    const found = await this.pick(lead, member);
    const [news] = Object.entries(found?.storeNews ?? {});
    if (!found || !news?.[1]) return;
    const request = { leadId: found.id, field: news[0] as "phone", storeValue: news[1] };
    await (isAccepted ? acceptStoreValue : keepCorrection)(member, request);
  }

  private async reassign({ lead, to }: Extract<Step, { do: "reassign" }>): Promise<void> {
    const found = await this.pick(lead, this.members.admin);
    if (found) await reassign(this.members.admin, { ids: [found.id], userId: this.members[to].userId });
  }

  private async handOver({ store, to }: Extract<Step, { do: "handOver" }>): Promise<void> {
    const { userId } = this.members[to];
    await asPerson(this.members.admin.userId, (query) =>
      query("update integrations set user_id = $1 where id = $2", [userId, this.stores[store].id]),
    );
    this.stores[store].userId = userId;
  }

  private async merge({ kept, merged, taken }: Extract<Step, { do: "merge" }>): Promise<void> {
    const { admin } = this.members;
    const { rows } = await listCustomers(admin, customerList.load("?sort=oldest"));
    const [one, other] = [rows[kept % rows.length], rows[merged % rows.length]];
    if (one && other && one.id !== other.id)
      await mergeCustomers(admin, { keptId: one.id, mergedId: other.id, taken });
  }

  private async redact({ store, person }: Extract<Step, { do: "redact" }>): Promise<void> {
    const { id: integrationId, ...from } = this.stores[store];
    await forSystem((tx) =>
      handlePrivacyRequest(
        tx,
        { integrationId, name: from.domain, defaultCountry: null, ...from },
        {
          kind: "redact_customer",
          externalCustomerId: null,
          email: `mailq${900 + person}x@example.com`,
          phone: null,
          externalOrderIds: [randomUUID()],
        },
        new Date(),
      ),
    );
  }

  /** One of the leads that a member sees, as the member sees it. */
  private async pick(position: number, member: Member) {
    const leads = await asPerson(
      member.userId,
      async (query) => (await query("select id from crm_leads order by created_at, id")).rows,
    );
    const id = leads[position % leads.length]?.id;
    return id ? getLead(member, String(id)) : null;
  }
}
