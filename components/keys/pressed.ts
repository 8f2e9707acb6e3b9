/** For so long the second of two keys is waited for, such as the L of "G L". */
const secondKeyWithin = 3_000;

/** A key that is the first of two, and when it was pressed, in milliseconds. */
export interface FirstKey {
  key: string;
  at: number;
}

/** "j", "shift+j", "arrowdown"; by its place where letters or digits are not Latin, as on a Greek or an Arabic keyboard. A sign such as "?" is itself, however it is written. */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  const isLatin = /^[ -~]+$/.test(key);
  const name = (isLatin ? key : code.replace(/^(Key|Digit)/, "")).toLowerCase();
  return shiftKey && /^[a-z]/.test(name) ? `shift+${name}` : name;
}

/** The key with the first of two before it, as long as it is waited for: "g l". */
export function withFirst(first: FirstKey | null, { key, at }: FirstKey): string {
  return first && at - first.at < secondKeyWithin ? `${first.key} ${key}` : key;
}
