import { redirect } from "next/navigation";
import { visibleSections } from "#components/settings/sections.ts";
import { requirePermission } from "#lib/base/auth/session.ts";

/** The settings open at the first part that the person may see. */
export default async function SettingsStartPage() {
  const session = await requirePermission("workspace.read");
  redirect(visibleSections(session.role, Boolean(session.viewing))[0]?.href ?? "/");
}
