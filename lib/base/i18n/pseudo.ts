/** A message as the build leaves it (icu-minify): a text, or texts and arguments. */
type Part = string | number | Inner;
type Inner = [name: string, ...rest: unknown[]];
type Message = string | Part[];
interface Branches {
  [value: string]: Message;
}
interface Messages {
  [key: string]: Message | Messages;
}

/**
 * The same messages in words longer by two fifths, as German has them: what they break on a page breaks before somebody translates it. For
 * tests and for looking; no person can choose it.
 */
export function longerMessages<T extends object>(messages: T): T {
  return longerAll(messages as Messages) as T;
}

function longerAll(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, one]) => [
      key,
      typeof one === "string" || Array.isArray(one) ? longerMessage(one) : longerAll(one),
    ]),
  );
}

function longerMessage(message: Message): Message {
  return typeof message === "string" ? longerText(message) : message.map(longerPart);
}

/** The name of an argument or a tag stays; so does how an argument is written, which a number before it tells from what stands in a tag. */
function longerPart(part: Part): Part {
  if (typeof part === "string") return longerText(part);
  if (typeof part === "number") return part;
  const [name, ...rest] = part;
  const isArgument = typeof rest[0] === "number";
  return [name, ...rest.map((one) => (isArgument ? longerBranches(one) : longerPart(one as Part)))];
}

function longerBranches(one: unknown): unknown {
  if (typeof one !== "object" || one === null) return one;
  const branches = Object.entries(one as Branches);
  return Object.fromEntries(branches.map(([value, message]) => [value, longerMessage(message)]));
}

function longerText(text: string): string {
  return text.replace(/\p{L}{2,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
}
