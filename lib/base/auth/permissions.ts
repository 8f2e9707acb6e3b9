/** The roles of a member in a workspace. */
export const roles = ["admin", "manager", "seller", "viewer"] as const;
export type Role = (typeof roles)[number];

/**
 * Who may do what: the one table in code. "Own" (a seller's own leads, stores, products) is not said here: row level
 * security and the queries limit a seller to them.
 */
const permissions = {
  "leads.read": ["admin", "manager", "seller", "viewer"],
  "leads.write": ["admin", "manager", "seller"],
  "leads.reassign": ["admin", "manager"],
  "orders.read": ["admin", "manager", "seller", "viewer"],
  "orders.write": ["admin", "manager", "seller"],
  "customers.read": ["admin", "manager", "seller", "viewer"],
  "customers.write": ["admin", "manager", "seller"],
  "customers.merge": ["admin", "manager"],
  "kpi.read": ["admin", "manager", "seller", "viewer"],
  "inventory.read": ["admin", "manager", "seller", "viewer"],
  "inventory.write": ["admin", "manager", "seller"],
  "inventory.writeForOthers": ["admin", "manager"],
  "stores.read": ["admin", "manager", "seller"],
  "stores.write": ["admin", "seller"],
  "stores.writeForOthers": ["admin"],
  "team.read": ["admin"],
  "team.write": ["admin"],
  "views.share": ["admin", "manager", "seller"],
  "views.deleteShared": ["admin", "manager"],
  "workspace.read": ["admin", "manager", "seller", "viewer"],
  "workspace.write": ["admin"],
  "profile.write": ["admin", "manager", "seller", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether a role may do something. */
export function can(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Whether a role sees the whole workspace, and not only what is its own. */
export function seesEverything(role: Role): boolean {
  return role !== "seller";
}

/** Where somebody's day begins: a seller's with whom to call, everybody else's with how the business stands. */
export function startPage(role: Role): string {
  return role === "seller" ? "/leads?view=to_call" : "/dashboard";
}
