import { z } from "zod";
import { localPath } from "#lib/base/auth/schema.ts";

/** Six digits, however they were set apart. */
const code = z
  .string()
  .max(20, "codeShape")
  .transform((text) => text.replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "codeShape"));

export const codeSchema = z.object({ code, next: localPath.optional() });

/** How many letters and digits a recovery code has. */
export const recoveryCodeLength = 12;

/** Letters and digits that nobody takes for another: those of Crockford's base 32, and what they are taken for. */
export const recoveryCodeSigns = "0123456789abcdefghjkmnpqrstvwxyz";

export const recoveryCodeSchema = z.object({
  code: z
    .string()
    .max(50, "recoveryCodeShape")
    .transform((text) =>
      text.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1"),
    )
    .pipe(
      z.string().regex(new RegExp(`^[${recoveryCodeSigns}]{${recoveryCodeLength}}$`), "recoveryCodeShape"),
    ),
  next: localPath.optional(),
});

export const enrolmentSchema = z.object({ factorId: z.uuid(), code });

/** What a person proves to be the person by, once more: the password, or a code. A password is longer than any code. */
export const proofSchema = z.object({
  proof: z.string().min(1, "proofMissing").max(200, "passwordTooLong"),
});

/** What the query string of the page for a code may hold. */
export const codePageSchema = z.object({
  next: z.string().optional().catch(undefined),
  by: z.literal("recovery").optional().catch(undefined),
});
