import { productExport } from "#lib/export/inventory.ts";
import { exportRoute } from "#lib/export/respond.ts";

export const dynamic = "force-dynamic";

export const GET = exportRoute(productExport);
