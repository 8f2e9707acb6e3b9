import "server-only";
import { forUser, type Person } from "#lib/base/db/access.ts";

/** Whether a person has a second factor, and how many recovery codes are left. */
export interface SecondFactor {
  isOn: boolean;
  recoveryCodes: number;
}

export async function loadSecondFactor(person: Person): Promise<SecondFactor> {
  const [row] = await forUser(
    person,
    (tx) => tx.$queryRaw<SecondFactor[]>`
      select coalesce(astra.wanted_factor() = 'code', false) as "isOn", astra.recovery_codes_left() as "recoveryCodes"`,
  );
  return row ?? { isOn: false, recoveryCodes: 0 };
}
