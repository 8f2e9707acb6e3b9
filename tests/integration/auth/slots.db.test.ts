import { expect, test } from "vitest";
import { type Slot, type SlotLimit, takeSlot } from "#lib/base/http/slots.ts";
import { asOwner } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";

const limit: SlotLimit = { name: "test", slots: 2, seconds: 60 };

test("of any number that ask at once, as many get a slot as there are", async () => {
  const key = randomName();
  const asked = await Promise.all(Array.from({ length: 8 }, () => takeSlot(limit, key)));
  const taken = asked.filter((slot): slot is Slot => slot !== null);
  expect(taken).toHaveLength(2);
  expect(await takeSlot(limit, key)).toBeNull();
  expect(await takeSlot(limit, randomName())).not.toBeNull();
  await taken[0]?.free();
  expect(await takeSlot(limit, key)).not.toBeNull();
  expect(await takeSlot(limit, key)).toBeNull();
});

test("a slot whose holder died is free after a while, and is not given up by its old holder", async () => {
  const one = { ...limit, slots: 1 };
  const key = randomName();
  const dead = await takeSlot(one, key);
  await asOwner("update rate_limits set expire = $2 where key like '%' || $1", [key, Date.now() - 1]);
  expect(await takeSlot(one, key)).not.toBeNull();
  await dead?.free();
  expect(await takeSlot(one, key)).toBeNull();
});
