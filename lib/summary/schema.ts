import { z } from "zod";

/** At which hour of the own clock somebody has the day's summary mailed; null for never. */
export const summaryMailSchema = z.object({ hour: z.number().int().min(0).max(23).nullable() });

/** What the link carries by which somebody does without: whose it is, and a signature. */
export const unsubscribeTokenSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]{43}$/);

export const unsubscribeSchema = z.object({ token: unsubscribeTokenSchema });
