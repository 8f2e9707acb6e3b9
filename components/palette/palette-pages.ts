"use client";

import { ClipboardPaste, type LucideIcon, Mails, PhoneOutgoing, Plus, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { visibleSections } from "#components/settings/sections.ts";
import { navigation, visibleNavigation } from "#components/shell/navigation.ts";
import { useIsViewing, useRole } from "#components/shell/shell-context.tsx";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { listPlaces } from "#lib/base/list/names.ts";

/** A page that the palette leads to. */
export interface PalettePage {
  id: string;
  href: string;
  icon: LucideIcon;
  label: string;
  /** Where it belongs, when it is a part of another page. */
  within: string | null;
}

/**
 * The pages that the person may see, by the names that menus and buttons give them.
 *
 * @param hasKeptMails whether mails are kept on this machine, to be read there
 */
export function usePalettePages(hasKeptMails: boolean): PalettePage[] {
  const t = useTranslations();
  const role = useRole();
  const modules = visibleNavigation((permission) => can(role, permission));
  const pages: PalettePage[] = navigation
    .filter(({ id }) => modules.includes(id))
    .map(({ id, href, icon }) => ({ id, href, icon, label: t(`nav.${id}`), within: null }));
  const sections: PalettePage[] = visibleSections(role, useIsViewing()).map(({ id, href, icon }) => ({
    id: `settings-${id}`,
    href,
    icon,
    label: t(`settings.sections.${id}`),
    within: t("nav.settings"),
  }));
  const others = [...useStarts(), ...useInside()].filter(({ permission }) => can(role, permission));
  const keptMails = {
    id: "kept-mails",
    href: "/dev/mails",
    icon: Mails,
    label: t("palette.keptMails"),
    within: null,
  };
  return [...pages, ...others, ...sections, ...(hasKeptMails ? [keptMails] : [])];
}

type PermittedPage = PalettePage & { permission: Permission };

/** Pages inside a part of the settings. */
function useInside(): PermittedPage[] {
  const t = useTranslations();
  const { path, permission } = listPlaces.deliveries;
  const within = t("nav.settings");
  return [{ id: "deliveries", href: path, icon: Webhook, label: t("deliveries.title"), within, permission }];
}

/** Pages where something new begins. */
function useStarts(): PermittedPage[] {
  const t = useTranslations();
  return [
    {
      id: "call",
      href: "/leads/call",
      icon: PhoneOutgoing,
      label: t("calling.start"),
      within: t("nav.leads"),
      permission: "leads.write",
    },
    {
      id: "new-lead",
      href: "/leads/new",
      icon: Plus,
      label: t("leads.new"),
      within: t("nav.leads"),
      permission: "leads.write",
    },
    {
      id: "paste",
      href: "/leads/paste",
      icon: ClipboardPaste,
      label: t("paste.title"),
      within: t("nav.leads"),
      permission: "leads.write",
    },
    {
      id: "add-product",
      href: "/inventory/new",
      icon: Plus,
      label: t("inventory.acts.add"),
      within: t("nav.inventory"),
      permission: "inventory.write",
    },
    {
      id: "add-store",
      href: "/settings/stores/new",
      icon: Plus,
      label: t("stores.add"),
      within: t("nav.settings"),
      permission: "stores.write",
    },
  ];
}
