/** A refusal that the person can do something about; `key` names a message of the namespace "errors". */
export class UserError extends Error {
  override name = "UserError";
  readonly key: string;
  readonly field: string | undefined;
  readonly values: Record<string, string | number>;

  constructor(key: string, options: { field?: string; values?: Record<string, string | number> } = {}) {
    super(key);
    this.key = key;
    this.field = options.field;
    this.values = options.values ?? {};
  }
}
