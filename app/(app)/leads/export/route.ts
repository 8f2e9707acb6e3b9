import { leadExport } from "#lib/export/leads.ts";
import { exportRoute } from "#lib/export/respond.ts";

export const dynamic = "force-dynamic";

export const GET = exportRoute(leadExport);
