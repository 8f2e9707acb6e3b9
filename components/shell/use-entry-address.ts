import { useRole } from "#components/shell/shell-context.tsx";
import { useShell } from "#components/shell/shell-store.ts";
import { startPage } from "#lib/base/auth/permissions.ts";

/** Where an entry of the sidebar leads: to the tab of its module that was open last, or with which the person's day begins. */
export function useEntryAddress(): (href: string) => string {
  const lastTabs = useShell((shell) => shell.lastTabs);
  const start = startPage(useRole());
  return (href) => lastTabs[href] ?? (isTabOf(start, href) ? start : href);
}

/** Whether a page is a tab of a module, as the queue with which a seller's day begins. */
function isTabOf(page: string, href: string): boolean {
  return page.startsWith(`${href}?`);
}
