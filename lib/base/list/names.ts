/** The lists that there are. Each is told in the messages under its name, and the check of `saved_views.list` names it too. */
export const listNames = ["leads", "orders", "customers"] as const;
export type ListName = (typeof listNames)[number];
