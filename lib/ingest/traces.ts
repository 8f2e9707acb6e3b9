import { createHmac, createSecretKey } from "node:crypto";
import { env } from "#lib/base/env.ts";

// What a kept payload says of whom it is about, as keyed hashes: a privacy request finds the payloads that name a buyer by these, without
// reading any. The hash is bound to the store, so that nothing can be learned from two stores that know the same buyer.

/** What of a person, or of a person's orders, a payload can name. */
export interface Named {
  ids: string[];
  emails: string[];
  phones: string[];
}

/** The trace of a payload that names more than can be remembered: every request may mean it. */
export const anybody = 0n;

/** No honest order names so many, or has so many places in which somebody may be named. */
const mostTraces = 1_000;
const mostPlaces = 5_000;

/** What was found so far. */
interface Found {
  traces: Set<string>;
  /** Places that were looked at. */
  places: number;
}

function isTooMuch({ traces, places }: Found): boolean {
  return traces.size > mostTraces || places > mostPlaces;
}

/** The traces of what a request names, to be compared with those of payloads. */
export function tracesOfNamed(storeId: string, { ids, emails, phones }: Named): bigint[] {
  const found: Found = { traces: new Set(), places: 0 };
  for (const email of emails) collectEmails(email, found);
  for (const phone of phones) addTrace(found, phoneTrace(phone));
  for (const id of ids) addTrace(found, idTrace(id));
  return hashAll(storeId, found.traces);
}

/**
 * The traces of a payload.
 *
 * @param body as `parseExactly` reads it, or the text as it came when it could not be read
 */
export function tracesOf(storeId: string, body: unknown): bigint[] {
  const found: Found = { traces: new Set(), places: 0 };
  collect(body, { key: "", depth: 0 }, found);
  return isTooMuch(found) ? [anybody] : hashAll(storeId, found.traces);
}

/** Where a value stands: below which key, and below how many objects; a list is below more than matters. */
interface Place {
  key: string;
  depth: number;
}

/** The ids of an order, of a buyer, and of what belongs to an order stand near the top; those of lines do not matter. */
const deepestId = 2;
/** Whatever lies deeper is not looked at. */
const deepest = 500;
const idKey = /^(id|order_id|customer_id|parent_id)$/;

function collect(value: unknown, { key, depth }: Place, found: Found): void {
  if (depth > deepest) found.places = Number.POSITIVE_INFINITY;
  if (isTooMuch(found)) return;
  if (typeof value === "string") {
    if (depth <= deepestId + 1 && idKey.test(key)) addTrace(found, idTrace(value));
    else collectContacts(value, key, found);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, { key, depth: depth + deepestId + 2 }, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value))
      collect(member, { key: name, depth: depth + 1 }, found);
  }
}

function addTrace(found: Found, trace: string | null): void {
  found.places += 1;
  if (trace) found.traces.add(trace);
}

const longestLocalPart = 64;
const longestHost = 190;
const phoneKey = /phone|mobile|tel|fax|whatsapp|viber/i;
/** Digits and what people write between them; a number with more is no phone. */
const phoneLike = /\+?\(?\d[\d\s()./-]{4,20}\d/g;
const date = /^\d{4}-\d\d-\d\d/;

function collectContacts(text: string, key: string, found: Found): void {
  collectEmails(text, found);
  // Numbers alone are ids and amounts, unless they begin as phones do or stand where a phone does.
  if (/^[1-9]\d*$/.test(text) && !phoneKey.test(key)) return;
  for (const [written] of text.matchAll(phoneLike)) {
    if (isTooMuch(found)) return;
    addTrace(found, date.test(written) ? null : phoneTrace(written));
  }
}

/** What stands around an address in texts, forms and links. */
const beforeAt = /[^\s<>"'(),;:@=&?/[\]{}]*$/;
const afterAt = /^[^\s<>"'(),;:@=&?/[\]{}]*/;

/** Looks at each "@" alone, so that no text takes longer than its length. */
function collectEmails(text: string, found: Found): void {
  for (let at = text.indexOf("@"); at >= 0 && !isTooMuch(found); at = text.indexOf("@", at + 1)) {
    const local = beforeAt.exec(text.slice(Math.max(0, at - longestLocalPart), at))?.[0];
    const host = afterAt.exec(text.slice(at + 1, at + longestHost))?.[0];
    // A dot after an address ends the sentence.
    addTrace(found, local && host ? `email:${local}@${host.replace(/\.+$/, "")}`.toLowerCase() : null);
  }
}

function idTrace(id: string): string {
  return `id:${id}`;
}

/** A phone is the same with and without its country's code: the last eight digits tell it. Null for what is too short. */
function phoneTrace(phone: string): string | null {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 6 || digits.length > 15 ? null : `phone:${digits.slice(-8)}`;
}

function hashAll(storeId: string, traces: ReadonlySet<string>): bigint[] {
  const secret = Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
  // A key of the store's own, so that a hash says nothing of the key that secrets are kept with.
  const key = createSecretKey(createHmac("sha256", secret).update(`traces:${storeId}`).digest());
  return [...traces].map((trace) => createHmac("sha256", key).update(trace).digest().readBigInt64BE());
}
