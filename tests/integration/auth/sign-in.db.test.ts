import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type AuthFront, startAuthFront, waysToBeAway } from "#tests/support/auth-front.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";

/** The cookies of the browser that signs in. */
const jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  }),
}));

let front: AuthFront;
let signIn: typeof import("#lib/base/auth/sign-in.ts").signIn;
let signOut: typeof import("#lib/base/auth/sign-in.ts").signOut;
let workspace: Workspace;
let person: Person;

beforeAll(async () => {
  front = await startAuthFront(ownAstra().env.SUPABASE_URL ?? "");
  process.env.SUPABASE_URL = front.url;
  ({ signIn, signOut } = await import("#lib/base/auth/sign-in.ts"));
  workspace = await createWorkspace();
  return () => front.stop();
});
beforeEach(async () => {
  jar.clear();
  person = await createMember(workspace, "seller");
});
afterEach(() => front.comeBack());

/** Where nobody has tried anything yet. */
function somewhere(): string {
  return `address ${randomName()}`;
}

/** How an attempt ended: "in", or the key of what the person is told. */
async function attempt(address: string, changes: Partial<Person> = {}): Promise<string> {
  try {
    await signIn({ ...person, ...changes }, address);
    return "in";
  } catch (error) {
    return (error as { key?: string }).key ?? String(error);
  }
}

async function guessWrongly(address: string, times: number, email = person.email): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1)
    answers.push(await attempt(address, { email, password: `guess number ${time}` }));
  return answers;
}

describe("wrong passwords", () => {
  test("shut out who guesses, and not the person whose account it is", { timeout: 30_000 }, async () => {
    const [stranger, home] = [somewhere(), somewhere()];
    expect(await guessWrongly(stranger, 9)).toEqual([
      ...Array.from({ length: 8 }, () => "wrongCredentials"),
      "tooManyAttempts",
    ]);
    expect(await attempt(stranger)).toBe("tooManyAttempts");
    expect(await attempt(home)).toBe("in");
  });

  test("are forgotten after the right one", { timeout: 30_000 }, async () => {
    const home = somewhere();
    await guessWrongly(home, 5);
    expect(await attempt(home)).toBe("in");
    await guessWrongly(home, 5);
    expect(await attempt(home)).toBe("in");
  });

  test("take as long as for an account that does not exist", { timeout: 60_000 }, async () => {
    const address = somewhere();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 6; round += 1) {
      for (const kind of ["known", "unknown"] as const) {
        const email = kind === "known" ? person.email : `${randomName()}@example.com`;
        const startedAt = performance.now();
        expect(await guessWrongly(address, 1, email)).toEqual(["wrongCredentials"]);
        times[kind].push(performance.now() - startedAt);
      }
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(25);
  });
});

describe("while the auth server is away", () => {
  test.for(waysToBeAway)("nobody is told that the password is wrong: %s", async (how) => {
    const home = somewhere();
    front.goAway(how);
    const startedAt = performance.now();
    expect(await attempt(home)).toBe("authServerAway");
    expect(performance.now() - startedAt).toBeLessThan(7_000);
  });

  test("no attempt is counted", { timeout: 30_000 }, async () => {
    const home = somewhere();
    front.goAway("gone");
    for (let time = 0; time < 10; time += 1) expect(await attempt(home)).toBe("authServerAway");
    front.comeBack();
    expect(await guessWrongly(home, 1)).toEqual(["wrongCredentials"]);
    expect(await attempt(home)).toBe("in");
  });

  test("one can sign out of this browser", async () => {
    expect(await attempt(somewhere())).toBe("in");
    expect(jar.size).toBeGreaterThan(0);
    front.goAway("gone");
    await signOut();
    expect(jar.size).toBe(0);
  });
});

test("a deactivated member with the right password is told so, and gets no session", async () => {
  await deactivate(workspace, person);
  expect(await attempt(somewhere())).toBe("inactiveMember");
  expect([...jar.values()].filter(Boolean)).toEqual([]);
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
