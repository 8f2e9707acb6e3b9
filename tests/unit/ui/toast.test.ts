import type { ExternalToast } from "sonner";
import { beforeEach, expect, test, vi } from "vitest";
import { toast, undoLast } from "#components/ui/toast.ts";

const shown = vi.hoisted(() => new Map<string, ExternalToast>());

vi.mock("sonner", () => {
  const show = (text: string, options: ExternalToast) => void shown.set(text, options);
  return { toast: { message: show, success: show, warning: show, error: show, dismiss: () => undefined } };
});

let undone: string[] = [];

beforeEach(() => {
  undone = [];
  toast.message("Nothing to take back");
});

function confirm(lead: string): void {
  toast.success(lead, { undo: { label: "Undo", run: () => undone.push(lead) } });
}

test("the last act is taken back first, then the one before", () => {
  confirm("Ada");
  confirm("Bea");
  expect(undoLast()).toBe(true);
  toast.success("Taken back", { isUndone: true });
  expect(undoLast()).toBe(true);
  expect(undone).toEqual(["Bea", "Ada"]);
  expect(undoLast()).toBe(false);
});

test("nothing older than what the newest toast tells of is taken back", () => {
  confirm("Ada");
  toast.success("3 leads are Ana's");
  expect(undoLast()).toBe(false);
  confirm("Bea");
  toast.error("Must be confirmed first", { undo: false });
  expect(undoLast()).toBe(false);
  expect(undone).toEqual([]);
});

test("the toast of an act takes it back, once, whatever came after it", async () => {
  confirm("Cleo");
  toast.success("Saved");
  await vi.waitFor(() => expect(shown.has("Cleo")).toBe(true));
  press("Cleo");
  press("Cleo");
  expect(undone).toEqual(["Cleo"]);
  confirm("Dana");
  await vi.waitFor(() => expect(shown.has("Dana")).toBe(true));
  undoLast();
  press("Dana");
  expect(undone).toEqual(["Cleo", "Dana"]);
});

/** Presses the button of a toast. */
function press(text: string): void {
  const { action } = shown.get(text) ?? {};
  if (typeof action !== "object" || action === null || !("onClick" in action)) throw new Error("No button.");
  action.onClick({} as Parameters<typeof action.onClick>[0]);
}
