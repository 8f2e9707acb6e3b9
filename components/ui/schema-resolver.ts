import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * Checks a form by a schema that is fetched when it is first needed: Zod and the schemas are a fifth of what a page would load.
 * When they can't be fetched the server, which checks everything anyway, has the word.
 */
export function schemaResolver<Input extends FieldValues, Output>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    const checks = await Promise.all([import("@hookform/resolvers/zod"), load()]).catch(() => null);
    if (!checks) return { values: values as unknown as Output, errors: {} };
    const [{ zodResolver }, schema] = checks;
    return zodResolver(schema)(values, context, options);
  };
}
