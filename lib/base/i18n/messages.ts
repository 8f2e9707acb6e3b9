import { resolveLocale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en/index.ts";

type Domain = keyof typeof messages;

/** What browsers are told on every page, also by those who are not signed in: no page outside `app/(app)` says more. */
const everywhere: Domain[] = ["auth", "common", "errors", "failure", "theme", "validation"];

/** What only some pages say in a browser, by the folder of `app/(app)` whose layout tells it. */
const ofParts = {
  dashboard: ["dashboard", "firstSteps", "inventory"],
  inventory: ["inventory"],
  settings: [
    "deliveries",
    "firstSteps",
    "inventory",
    "profile",
    "recounts",
    "stores",
    "telegram",
    "workspace",
  ],
} satisfies Record<string, Domain[]>;

export type MessagesPart = keyof typeof ofParts;

/** What no browser ever says. */
const onServer: Domain[] = ["mails", "telegramAlert"];

/** The messages for every page, and those that only pages behind the sign-in have besides. */
export function messagesForBrowsers(all: typeof messages) {
  const elsewhere: Domain[] = [...everywhere, ...onServer, ...Object.values(ofParts).flat()];
  const domains = Object.keys(all) as Domain[];
  return {
    everywhere: pick(all, everywhere),
    behindSignIn: {
      ...pick(
        all,
        domains.filter((domain) => !elsewhere.includes(domain)),
      ),
      ...ofFrame(all),
    },
  };
}

/** What is on every page says of the parts that it leads to: the palette, and the skeleton of a page that is being opened. */
function ofFrame({ deliveries, inventory, stores }: typeof messages) {
  return {
    deliveries: { title: deliveries.title },
    inventory: { title: inventory.title, acts: { add: inventory.acts.add } },
    stores: { title: stores.title, add: stores.add },
  };
}

/** The messages that the pages of one part have besides. */
export function messagesOfPart(all: typeof messages, part: MessagesPart): Partial<typeof messages> {
  return pick(all, ofParts[part]);
}

function pick(all: typeof messages, wanted: Domain[]): Partial<typeof messages> {
  return Object.fromEntries(wanted.map((domain) => [domain, all[domain]]));
}

/** The messages of a language; an unknown language gets the default one. */
export async function loadMessages(locale: string): Promise<typeof messages> {
  const { default: loaded } = await import(`../../../messages/${resolveLocale(locale)}/index.ts`);
  return loaded;
}
