import { z } from "zod";
import { accountChanges } from "#lib/base/auth/account-change.ts";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { unlinked } from "#lib/mail/names.ts";
import { day, defineMail, formatterFor } from "#lib/mail/template.ts";

/** Tells of a change to how the account is kept, which may not have been the person's. */
export const accountChange = defineMail({
  schema: z.object({
    name: plainText,
    change: z.enum(accountChanges),
    /** The network address; null where nobody knows it. */
    address: plainText.nullable(),
    /** Which admin made it; null where it was done by the account itself. */
    by: plainText.nullable().default(null),
    at: z.coerce.date(),
    timezone: plainText,
    timeFormat: z.enum(timeFormats),
    link: z.url(),
  }),
  usefulFor: 2 * day,
  write: (data, { t, locale }) => {
    const { change, address, by } = data;
    const time = {
      label: t("accountChange.time"),
      value: formatterFor(locale, data).dateTime(data.at, "long"),
    };
    const facts = [
      ...(by === null ? [] : [{ label: t("accountChange.by"), value: unlinked(by) }]),
      ...(address === null ? [] : [{ label: t("accountChange.address"), value: address }]),
      time,
    ];
    return {
      subject: t(`accountChange.${change}.title`),
      preview: t("accountChange.preview"),
      blocks: [
        { kind: "heading", text: t(`accountChange.${change}.title`) },
        { kind: "text", text: t("greeting", { name: unlinked(data.name) }) },
        { kind: "text", text: t(`accountChange.${change}.text`) },
        { kind: "facts", facts },
        {
          kind: "text",
          text: t(
            change === "secondFactorRemoved"
              ? "accountChange.secondFactorRemoved.next"
              : "accountChange.notYou",
          ),
        },
        { kind: "button", label: t("accountChange.button"), href: data.link, otherwise: t("otherwise") },
      ],
      reason: t("accountChange.reason"),
    };
  },
});
