import {
  all,
  everyone,
  known,
  nobody,
  onOwnLeads,
  ownProducts,
  ownStores,
  ownViews,
  received,
  self,
  sold,
  soldEditors,
  stocked,
  storeRows,
  type TableRights,
  tidied,
} from "./rights.ts";

/** What the rights table of the product says of each database table. */
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

  // Customers are shared, so no seller reads or changes them: what a seller knows of one are the own contact and figures, which
  // the database computes. "given" is what `assignedSeller` knows of the customer of "assigned".
  customers: {
    select: { admin: all, manager: all, viewer: all, stranger: "strangers" },
    insert: nobody,
    update: { admin: all, manager: all, stranger: "strangers" },
    delete: nobody,
  },
  customer_contacts: { select: known, insert: nobody, update: nobody, delete: nobody },
  customer_sellers: { select: known, insert: nobody, update: nobody, delete: nobody },

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
  // shares none, an admin or a manager deletes any that is shared.
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
    delete: { ...ownViews, admin: "shared left", manager: "shared left" },
  },

  // Events name what their readers may not see; listeners ask for each recipient.
  outbox_events: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  rate_limits: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  _prisma_migrations: { select: nobody, insert: nobody, update: nobody, delete: nobody },
};
