import type { Messages } from "next-intl";

/** A sentence of the namespace "errors". */
type ErrorKey = keyof Messages["errors"];

/** A refusal that the person can do something about; `key` names a message of the namespace "errors". */
export class UserError extends Error {
  override name = "UserError";
  readonly key: ErrorKey;
  readonly field: string | undefined;
  readonly values: Record<string, string | number>;

  constructor(key: ErrorKey, options: { field?: string; values?: Record<string, string | number> } = {}) {
    super(key);
    this.key = key;
    this.field = options.field;
    this.values = options.values ?? {};
  }
}
