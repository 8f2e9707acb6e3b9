import { z } from "zod";

export const orderIdSchema = z.uuid();
