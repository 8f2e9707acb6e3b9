import { z } from "zod";

/** A path inside Astra; anything else (another host, a scheme) falls back to the start page. */
export const localPath = z
  .string()
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .catch("/");

const email = z.string().trim().toLowerCase().pipe(z.email("invalidEmail"));

export const signInSchema = z.object({
  email,
  password: z.string().min(1, "passwordMissing").max(200, "passwordTooLong"),
  next: localPath.optional(),
});

/** What the query string of the login page may hold; a notice is a key of the namespace "errors". */
export const loginPageSchema = z.object({
  next: z.string().optional().catch(undefined),
  notice: z.enum(["passwordLinkExpired", "inactiveMember"]).optional().catch(undefined),
});

export const passwordResetSchema = z.object({ email });

export const newPasswordSchema = z.object({
  password: z.string().min(10, "passwordTooShort").max(72, "passwordTooLong"),
});
