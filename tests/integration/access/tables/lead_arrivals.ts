import { personalAccess } from "../figure-rows.ts";

export const access = personalAccess("waiting = 2", { span: "hour" });
