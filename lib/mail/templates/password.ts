import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { unlinked } from "#lib/mail/names.ts";
import { defineMail } from "#lib/mail/template.ts";

/** The link to set a new password. */
export const password = defineMail({
  schema: z.object({ name: plainText, email: plainText, link: z.url() }),
  // As long as the auth server takes the link.
  usefulFor: 60,
  write: (data, { t }) => ({
    subject: t("password.subject"),
    preview: t("password.preview"),
    blocks: [
      { kind: "heading", text: t("password.title") },
      { kind: "text", text: t("greeting", { name: unlinked(data.name) }) },
      { kind: "text", text: t("password.text", { email: data.email }) },
      { kind: "button", label: t("password.button"), href: data.link, otherwise: t("otherwise") },
      { kind: "text", text: t("password.once") },
    ],
    reason: t("password.reason"),
  }),
});
