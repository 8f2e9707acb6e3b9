import { resolveLocale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en/index.ts";

type Domain = keyof typeof messages;

/** What browsers are told on every page, also by those who are not signed in: no page outside `app/(app)` says more. */
const everywhere: Domain[] = ["auth", "common", "errors", "failure", "theme", "validation"];

/** What no browser ever says. */
const onServer: Domain[] = ["mails", "telegramAlert"];

/** What browsers are told in one part of Astra only: it is much, and most pages say nothing of it. */
const inSections = {
  dashboard: ["dashboard", "firstSteps", "inventory"],
  inventory: ["inventory"],
  settings: [
    "callRules",
    "deliveries",
    "firstSteps",
    "inventory",
    "profile",
    "recounts",
    "stores",
    "team",
    "telegram",
    "workspace",
  ],
} satisfies Record<string, Domain[]>;
type Section = keyof typeof inSections;

/** The messages for every page, those that only pages behind the sign-in have besides, and those of each section. */
export function messagesForBrowsers(all: typeof messages) {
  const elsewhere: Domain[] = [...everywhere, ...onServer, ...Object.values(inSections).flat()];
  const pick = (wanted: readonly Domain[]): Partial<typeof messages> =>
    Object.fromEntries(wanted.map((domain) => [domain, all[domain]]));
  const sections = Object.fromEntries(
    Object.entries(inSections).map(([section, domains]) => [section, pick(domains)]),
  ) as Record<Section, Partial<typeof messages>>;
  return {
    everywhere: pick(everywhere),
    behindSignIn: {
      ...pick((Object.keys(all) as Domain[]).filter((domain) => !elsewhere.includes(domain))),
      ...ofSections(all),
    },
    sections,
  };
}

/** What every page says of a section: the palette, where it leads; the frame, whose eyes one looks through. */
function ofSections({ deliveries, inventory, stores, team }: typeof messages) {
  return {
    deliveries: { title: deliveries.title },
    inventory: { acts: { add: inventory.acts.add } },
    stores: { add: stores.add },
    team: { viewing: team.viewing },
  };
}

/** The messages of a language; an unknown language gets the default one. */
export async function loadMessages(locale: string): Promise<typeof messages> {
  const { default: loaded } = await import(`../../../messages/${resolveLocale(locale)}/index.ts`);
  return loaded;
}
