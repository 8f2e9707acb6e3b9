import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

/** Any origin serves to resolve a path against: what leads away from it leads away from Astra. */
const anyOrigin = "https://astra.invalid";

/** A path inside Astra, as a browser would read it; what leads anywhere else becomes the start page. */
export const localPath = z
  .string()
  .transform((text) => {
    if (!URL.canParse(text, anyOrigin)) return "/";
    const { href, pathname, search, hash } = new URL(text, anyOrigin);
    const isLocal = href.startsWith(`${anyOrigin}/`) && !pathname.startsWith("//");
    return isLocal ? `${pathname}${search}${hash}` : "/";
  })
  .catch("/");

const email = plainText.trim().toLowerCase().pipe(z.email("invalidEmail"));

export const signInSchema = z.object({
  email,
  password: z.string().min(1, "passwordMissing").max(200, "passwordTooLong"),
  next: localPath.optional(),
});

/** What the query string of the login page may hold; a notice is a key of the namespace "errors". */
export const loginPageSchema = z.object({
  next: z.string().optional().catch(undefined),
  notice: z
    .enum([
      "passwordLinkExpired",
      "passwordLinkMissing",
      "invitationGone",
      "inactiveMember",
      "joinedSignIn",
      "emailChangeGone",
    ])
    .optional()
    .catch(undefined),
});

export const passwordResetSchema = z.object({ email });

/** What the link of a mail carries: the auth server's hash, or the code that it hands over when its own page was opened first. */
export const mailLinkSchema = z.union([
  z.object({
    token_hash: z.string().min(20).max(500),
    type: z.enum(["recovery", "invite", "signup", "email"]),
  }),
  z.object({ code: z.string().min(20).max(500) }),
]);

export type MailLink = z.output<typeof mailLinkSchema>;

/** As many bytes as the auth server's hash takes in: of a longer password it would compare the beginning alone. */
const mostPasswordBytes = 72;

export const newPasswordSchema = z.object({
  present: z.string().max(200, "passwordTooLong").optional(),
  password: z
    .string()
    .min(10, "passwordTooShort")
    .refine((password) => new TextEncoder().encode(password).length <= mostPasswordBytes, "passwordTooLong"),
});
