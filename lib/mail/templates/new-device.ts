import { z } from "zod";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { unlinked } from "#lib/mail/names.ts";
import { day, defineMail, formatterFor } from "#lib/mail/template.ts";

/** Tells of a sign-in from a browser that the person has not used before. */
export const newDevice = defineMail({
  schema: z.object({
    name: plainText,
    /** What the browser calls itself, as the list of sessions has it. */
    browser: plainText,
    /** The network address. */
    address: plainText,
    at: z.coerce.date(),
    timezone: plainText,
    timeFormat: z.enum(timeFormats),
    /** Where sessions are ended and the password is changed. */
    link: z.url(),
  }),
  usefulFor: 2 * day,
  write: (data, { t, locale }) => {
    const time = formatterFor(locale, data).dateTime(data.at, "long");
    return {
      subject: t("newDevice.subject"),
      preview: t("newDevice.preview"),
      blocks: [
        { kind: "heading", text: t("newDevice.title") },
        { kind: "text", text: t("greeting", { name: unlinked(data.name) }) },
        { kind: "text", text: t("newDevice.text") },
        {
          kind: "facts",
          facts: [
            { label: t("newDevice.browser"), value: unlinked(data.browser) },
            { label: t("newDevice.address"), value: data.address },
            { label: t("newDevice.time"), value: time },
          ],
        },
        { kind: "text", text: t("newDevice.notYou") },
        { kind: "button", label: t("newDevice.button"), href: data.link, otherwise: t("otherwise") },
      ],
      reason: t("newDevice.reason"),
    };
  },
});
