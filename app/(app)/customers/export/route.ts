import { customerExport } from "#lib/export/customers.ts";
import { exportRoute } from "#lib/export/respond.ts";

export const dynamic = "force-dynamic";

export const GET = exportRoute(customerExport);
