import type { Role } from "#lib/base/auth/permissions.ts";

/** Who works in the demo workspace; the passwords are the same on every machine and guard invented data only. */
export interface DemoMember {
  role: Role;
  name: string;
  email: string;
  password: string;
}

const admin = member("admin", "Ioana Stan", "ioana");
const manager = member("manager", "Radu Dima", "radu");
export const ana = member("seller", "Ana Marinescu", "ana");
export const mihai = member("seller", "Mihai Pop", "mihai");
const viewer = member("viewer", "Elena Toma", "elena");

export const members: readonly DemoMember[] = [admin, manager, ana, mihai, viewer];

function member(role: Role, name: string, firstName: string): DemoMember {
  return { role, name, email: `${firstName}@lumea.example`, password: `${firstName}-sells-lamps` };
}
