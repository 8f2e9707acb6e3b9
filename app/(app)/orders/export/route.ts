import { orderExport } from "#lib/export/orders.ts";
import { exportRoute } from "#lib/export/respond.ts";

export const dynamic = "force-dynamic";

export const GET = exportRoute(orderExport);
