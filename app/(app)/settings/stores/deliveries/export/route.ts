import { deliveryExport } from "#lib/export/deliveries.ts";
import { exportRoute } from "#lib/export/respond.ts";

export const dynamic = "force-dynamic";

export const GET = exportRoute(deliveryExport);
