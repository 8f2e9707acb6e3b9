import type { Asker } from "./world.ts";

/**
 * Who may do what with which rows, from the rights table of the product: row names (see rows.ts) separated by blanks.
 * Whoever is not named may not touch a single row: always anon, the app's bare login and the deactivated member.
 */
export type Allowed = Partial<Record<Asker, string>>;

export interface TableRights {
  select: Allowed;
  insert: Allowed;
  update: Allowed;
  delete: Allowed;
}

const nobody: Allowed = {};

/** Every row of the asker's own workspace. */
const all = "sellers assigned others managers viewers deactivateds";

/** Leads, orders and what hangs on them: a seller's own stores, and the leads assigned. */
const ownAndAssigned: Allowed = {
  seller: "sellers assigned",
  otherSeller: "others",
  assignedSeller: "assigned",
  stranger: "strangers",
};
const sold: Allowed = { admin: all, manager: all, viewer: all, ...ownAndAssigned };
const soldEditors: Allowed = { admin: all, manager: all, ...ownAndAssigned };

/** Stores: admins all, managers all to read only, sellers their own; viewers none, not even one of their own. */
const storeRows = "sellers others managers viewers deactivateds";
const ownStores: Allowed = { seller: "sellers", otherSeller: "others", stranger: "strangers" };

/** What belongs to a store, whoever works its leads. */
const received: Allowed = {
  admin: all,
  manager: all,
  seller: "sellers assigned",
  otherSeller: "others",
  stranger: "strangers",
};

/** Sellers own products and read the platform's. The row "assigned" belongs to assignedSeller. */
const stocked: Allowed = {
  admin: `${all} platform`,
  manager: `${all} platform`,
  viewer: `${all} platform`,
  seller: "sellers platform",
  otherSeller: "others platform",
  assignedSeller: "assigned platform",
  stranger: "strangers",
};

const ownProducts: Allowed = {
  admin: `${all} platform`,
  manager: `${all} platform`,
  seller: "sellers",
  otherSeller: "others",
  assignedSeller: "assigned",
  stranger: "strangers",
};

const onOwnLeads: Allowed = {
  admin: "onSellers onAssigned onOthers",
  manager: "onSellers onAssigned onOthers",
  seller: "onSellers onAssigned",
  otherSeller: "onOthers",
  assignedSeller: "onAssigned",
  stranger: "elsewhere",
};

const tidied: Allowed = { admin: "ours free", manager: "ours free", stranger: "strangers" };
const ownViews: Allowed = {
  seller: "sellers",
  viewer: "viewers",
  otherSeller: "shared",
  stranger: "strangers",
};

const everyone = "admin manager seller otherSeller assignedSeller viewer deactivated";
const self: Allowed = {
  admin: "admin",
  manager: "manager",
  seller: "seller",
  otherSeller: "otherSeller",
  assignedSeller: "assignedSeller",
  viewer: "viewer",
  stranger: "stranger",
};

export const matrix: Record<string, TableRights> = {
  workspaces: {
    select: {
      admin: "ours",
      manager: "ours",
      seller: "ours",
      otherSeller: "ours",
      assignedSeller: "ours",
      viewer: "ours",
      stranger: "strangers",
    },
    insert: nobody,
    update: { admin: "ours", stranger: "strangers" },
    delete: nobody,
  },

  // Admins and managers know their people; everyone edits only the own profile.
  users: {
    select: { ...self, admin: everyone, manager: everyone },
    insert: nobody,
    update: self,
    delete: nobody,
  },

  // Only admins change the team; managers read it, since they hand leads to others.
  memberships: {
    select: { ...self, admin: everyone, manager: everyone },
    insert: { admin: "newcomer", stranger: "elsewhere" },
    update: { admin: everyone, stranger: "stranger" },
    delete: nobody,
  },

  user_settings: {
    select: self,
    insert: {
      admin: "own",
      manager: "own",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      viewer: "own",
      stranger: "own",
    },
    update: self,
    delete: nobody,
  },

  integrations: {
    select: { admin: storeRows, manager: storeRows, ...ownStores },
    insert: {
      admin: "own sellers",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: { admin: storeRows, ...ownStores },
    delete: { admin: storeRows, ...ownStores },
  },

  integration_secrets: { select: nobody, insert: nobody, update: nobody, delete: nobody },

  // What a store sent is read with the store, and written by the ingest pipeline alone.
  webhook_deliveries: {
    select: received,
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  privacy_requests: {
    select: received,
    insert: nobody,
    update: nobody,
    delete: nobody,
  },

  products: {
    select: stocked,
    insert: {
      admin: "own platform sellers",
      manager: "own platform sellers",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: ownProducts,
    delete: ownProducts,
  },

  // Stock is counted by movements that nobody rewrites.
  stock_movements: {
    select: stocked,
    insert: {
      admin: "sellers others platform",
      manager: "sellers others platform",
      seller: "sellers",
      otherSeller: "others",
      stranger: "elsewhere",
    },
    update: nobody,
    delete: nobody,
  },

  customers: { select: sold, insert: nobody, update: soldEditors, delete: nobody },

  // What one seller knows of a customer is that seller's, and kept by the ingest pipeline.
  customer_sellers: {
    select: { ...received, viewer: all },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },

  orders: { select: sold, insert: nobody, update: soldEditors, delete: nobody },
  order_items: { select: sold, insert: nobody, update: nobody, delete: nobody },
  order_refunds: { select: sold, insert: nobody, update: nobody, delete: nobody },

  crm_leads: {
    select: {
      ...sold,
      admin: `${all} manual`,
      manager: `${all} manual`,
      viewer: `${all} manual`,
      seller: "sellers assigned manual",
    },
    insert: {
      admin: "own sellers withOthersCustomer",
      manager: "own sellers withOthersCustomer",
      seller: "own sellers",
      otherSeller: "own withOthersCustomer",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: {
      ...soldEditors,
      admin: `${all} manual`,
      manager: `${all} manual`,
      seller: "sellers assigned manual",
    },
    delete: nobody,
  },

  // A person writes into the timeline in the own name, and nobody rewrites it.
  crm_lead_events: {
    select: sold,
    insert: onOwnLeads,
    update: nobody,
    delete: nobody,
  },

  // Tags belong to the workspace: whoever edits leads adds them, admins and managers tidy up.
  crm_tags: {
    select: {
      admin: "ours free",
      manager: "ours free",
      seller: "ours free",
      otherSeller: "ours free",
      assignedSeller: "ours free",
      viewer: "ours free",
      stranger: "strangers",
    },
    insert: {
      admin: "ours",
      manager: "ours",
      seller: "ours",
      otherSeller: "ours",
      assignedSeller: "ours",
      stranger: "elsewhere",
    },
    update: tidied,
    delete: tidied,
  },
  crm_lead_tags: {
    select: sold,
    insert: onOwnLeads,
    update: nobody,
    delete: soldEditors,
  },

  // Everyone has views of the own and reads those shared in the workspace; the views of someone who left stay shared. A viewer
  // shares none, an admin deletes any that is shared.
  saved_views: {
    select: {
      admin: "shared left",
      manager: "shared left",
      seller: "sellers shared left",
      otherSeller: "shared left",
      assignedSeller: "shared left",
      viewer: "viewers shared left",
      stranger: "strangers",
    },
    insert: {
      admin: "own shared",
      manager: "own shared",
      seller: "own shared sellers",
      otherSeller: "own shared",
      assignedSeller: "own shared",
      viewer: "own",
      stranger: "elsewhere",
    },
    update: ownViews,
    delete: { ...ownViews, admin: "shared left" },
  },

  rate_limits: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  _prisma_migrations: { select: nobody, insert: nobody, update: nobody, delete: nobody },
};
