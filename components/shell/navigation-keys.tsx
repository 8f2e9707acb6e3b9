"use client";

import { useTranslations } from "next-intl";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { type NavigationId, navigation } from "#components/shell/navigation.ts";
import { useEntryAddress } from "#components/shell/use-entry-address.ts";
import { useGoing } from "#components/ui/going.tsx";

/** G and the letter of an entry lead where the entry leads. */
export function NavigationKeys({ entries }: { entries: NavigationId[] }) {
  const t = useTranslations("nav");
  const { go } = useGoing();
  const addressOf = useEntryAddress();
  usePageKeys(
    navigation
      .filter(({ id }) => entries.includes(id))
      .map(({ id, href, key }) => ({
        keys: [`g ${key}`],
        label: t("goTo", { page: t(id) }),
        run: () => go(addressOf(href)),
      })),
  );
  return null;
}
