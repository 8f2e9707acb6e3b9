import { redirect } from "next/navigation";
import { startPage } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";

/** Leads on to where the person's day begins. */
export default async function StartPage() {
  const { role } = await requirePermission("leads.read");
  redirect(startPage(role));
}
