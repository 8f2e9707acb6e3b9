import { ordered, personalAccess } from "../figure-rows.ts";

export const access = personalAccess("units = 2", { span: "month", ...ordered });
