import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { unlinked } from "#lib/mail/names.ts";
import { defineMail } from "#lib/mail/template.ts";

/** The link by which one of both addresses confirms that the other takes its place. */
export const emailChange = defineMail({
  schema: z.object({
    name: plainText,
    oldEmail: plainText,
    newEmail: plainText,
    /** Which of the two it is sent to. */
    side: z.enum(["old", "new"]),
    link: z.url(),
  }),
  usefulFor: 60,
  write: (data, { t }) => {
    const { oldEmail, newEmail } = data;
    return {
      subject: t(`emailChange.${data.side}.subject`),
      preview: t("emailChange.preview"),
      blocks: [
        { kind: "heading", text: t(`emailChange.${data.side}.title`) },
        { kind: "text", text: t("greeting", { name: unlinked(data.name) }) },
        { kind: "text", text: t("emailChange.text", { oldEmail, newEmail }) },
        { kind: "button", label: t("emailChange.button"), href: data.link, otherwise: t("otherwise") },
        { kind: "text", text: t("emailChange.once") },
        { kind: "text", text: t(`emailChange.${data.side}.notYou`) },
      ],
      reason: t(`emailChange.${data.side}.reason`),
    };
  },
});
