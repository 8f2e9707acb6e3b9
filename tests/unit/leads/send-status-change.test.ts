import { expect, test, vi } from "vitest";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

const calls: StatusChangeInput[][] = [];
let answer: () => void = () => undefined;

const answerTo = ({ ids, note }: StatusChangeInput) =>
  note === "forbidden"
    ? { ok: false, message: "That is for admins." }
    : { ok: true, data: { changed: [], unchanged: ids, refused: [] } };

vi.resetModules();
vi.doMock("#lib/leads/actions.ts", () => ({
  changeStatusesAction: async (requests: StatusChangeInput[]) => {
    calls.push(requests);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, data: requests.map(answerTo) };
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

test("of changes that go together, one that can't be made takes none of the others along", async () => {
  const first = sendStatusChange(confirm("1"), "away");
  const second = sendStatusChange({ ...confirm("2"), note: "forbidden" }, "away");
  const third = sendStatusChange(confirm("3"), "away");
  answer();
  await first;
  await vi.waitFor(() => expect(calls.at(-1)).toHaveLength(2));
  answer();
  expect(await second).toEqual({ ok: false, message: "That is for admins." });
  expect(await third).toMatchObject({ ok: true, data: { unchanged: ["3"] } });
});
