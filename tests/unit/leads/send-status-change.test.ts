import { expect, test, vi } from "vitest";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

const calls: StatusChangeInput[][] = [];
let answer: () => void = () => undefined;

vi.resetModules();
vi.doMock("#lib/leads/actions.ts", () => ({
  changeStatusesAction: async (requests: StatusChangeInput[]) => {
    calls.push(requests);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, data: requests.map(({ ids }) => ({ changed: [], unchanged: ids, refused: [] })) };
  },
}));
const { sendStatusChange } = await import("#components/leads/send-status-change.ts");

const confirm = (id: string): StatusChangeInput => ({
  ids: [id],
  change: { field: "codStatus", to: "confirmed" },
});

test("changes that are asked for while another is under way go together, and each hears its own answer", async () => {
  const first = sendStatusChange(confirm("1"), "away");
  const second = sendStatusChange(confirm("2"), "away");
  const third = sendStatusChange(confirm("3"), "away");
  expect(calls).toEqual([[confirm("1")]]);
  answer();
  expect(await first).toMatchObject({ ok: true, data: { unchanged: ["1"] } });
  await vi.waitFor(() => expect(calls).toEqual([[confirm("1")], [confirm("2"), confirm("3")]]));
  answer();
  expect(await second).toMatchObject({ ok: true, data: { unchanged: ["2"] } });
  expect(await third).toMatchObject({ ok: true, data: { unchanged: ["3"] } });
});
