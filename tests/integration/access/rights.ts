import type { Asker } from "./world.ts";

/**
 * Who may do what with which rows, from the rights table of the product: names of rows (see the trials) separated by blanks.
 * Whoever is not named may not touch a single row: always anon, the app's bare login and the deactivated member.
 */
export type Allowed = Partial<Record<Asker, string>>;

export interface TableRights {
  select: Allowed;
  insert: Allowed;
  update: Allowed;
  delete: Allowed;
  /** What the system itself may do, where the database alone writes; everything unless said otherwise. */
  system?: readonly ("select" | "insert" | "update" | "delete")[];
}

export const nobody: Allowed = {};

/** Every row of the asker's own workspace. */
export const all = "sellers assigned others managers viewers deactivateds";

/** Leads, orders and what hangs on them: a seller's own stores, and the leads assigned. */
const ownAndAssigned: Allowed = {
  seller: "sellers assigned",
  otherSeller: "others",
  assignedSeller: "assigned",
  stranger: "strangers",
};
export const sold: Allowed = { admin: all, manager: all, viewer: all, ...ownAndAssigned };
export const soldEditors: Allowed = { admin: all, manager: all, ...ownAndAssigned };

/** Stores: admins all, managers all to read only, sellers their own; viewers none, not even one of their own. */
export const storeRows = "sellers others managers viewers deactivateds";
export const ownStores: Allowed = { seller: "sellers", otherSeller: "others", stranger: "strangers" };

/** What belongs to a store, whoever works its leads. */
export const received: Allowed = {
  admin: all,
  manager: all,
  seller: "sellers assigned",
  otherSeller: "others",
  stranger: "strangers",
};

/** What each seller knows of customers. */
export const known: Allowed = {
  admin: `${all} given`,
  manager: `${all} given`,
  viewer: `${all} given`,
  seller: "sellers assigned",
  otherSeller: "others",
  assignedSeller: "given",
  stranger: "strangers",
};

/** Sellers own products and read the platform's. The row "assigned" belongs to assignedSeller. */
export const stocked: Allowed = {
  admin: `${all} platform`,
  manager: `${all} platform`,
  viewer: `${all} platform`,
  seller: "sellers platform",
  otherSeller: "others platform",
  assignedSeller: "assigned platform",
  stranger: "strangers",
};

/** Lines that a product serves are seen with the product, and by a seller with the order. */
export const allocated: Allowed = {
  admin: all,
  manager: all,
  viewer: all,
  seller: "sellers assigned",
  otherSeller: "others",
  assignedSeller: "assigned",
  stranger: "strangers",
};

export const ownProducts: Allowed = {
  admin: `${all} platform`,
  manager: `${all} platform`,
  seller: "sellers",
  otherSeller: "others",
  assignedSeller: "assigned",
  stranger: "strangers",
};

export const ownImports: Allowed = { seller: "sellers", otherSeller: "others", stranger: "strangers" };

export const onOwnLeads: Allowed = {
  admin: "onSellers onAssigned onOthers",
  manager: "onSellers onAssigned onOthers",
  seller: "onSellers onAssigned",
  otherSeller: "onOthers",
  assignedSeller: "onAssigned",
  stranger: "elsewhere",
};

export const tidied: Allowed = { admin: "ours free", manager: "ours free", stranger: "strangers" };
export const ownViews: Allowed = {
  seller: "sellers",
  viewer: "viewers",
  otherSeller: "shared",
  stranger: "strangers",
};

export const everyone = "admin manager seller otherSeller assignedSeller viewer deactivated";
export const oneself: Allowed = {
  admin: "admin",
  manager: "manager",
  seller: "seller",
  otherSeller: "otherSeller",
  assignedSeller: "assignedSeller",
  viewer: "viewer",
  stranger: "stranger",
};
