import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { unlinked } from "#lib/mail/names.ts";
import { day, defineMail } from "#lib/mail/template.ts";

/** To whoever is invited, who may never have heard of Astra. */
export const invitation = defineMail({
  schema: z.object({ name: plainText, inviterName: plainText, workspaceName: plainText, link: z.url() }),
  usefulFor: 7 * day,
  write: (data, { t }) => {
    const workspace = unlinked(data.workspaceName);
    const inviter = unlinked(data.inviterName);
    return {
      subject: t("invitation.subject", { inviter, workspace }),
      preview: t("invitation.preview"),
      blocks: [
        { kind: "heading", text: t("invitation.title", { workspace }) },
        { kind: "text", text: t("greeting", { name: unlinked(data.name) }) },
        { kind: "text", text: t("invitation.text", { inviter, workspace }) },
        { kind: "button", label: t("invitation.button"), href: data.link, otherwise: t("otherwise") },
        { kind: "text", text: t("invitation.once") },
      ],
      reason: t("invitation.reason", { inviter }),
    };
  },
});
