import type { ExternalToast } from "sonner";

const listeners = new Set<() => void>();
let areWanted = false;

/** Brings what draws toasts onto the page. */
export function wantToasts(): void {
  areWanted = true;
  for (const listener of listeners) listener();
}

/** Whether what draws toasts is wanted, for `useSyncExternalStore`. */
export const wantedToasts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  areWanted: () => areWanted,
};

interface ToastOptions extends ExternalToast {
  /** Takes back what the toast tells of; Z does the same as long as it can be read. */
  undo?: Undo | false;
  /** Tells that something was taken back: what was done before it still can be, too. */
  isUndone?: boolean;
}

interface Undo {
  label: string;
  run: () => void;
}

/** What Z takes back, the last first: each has a toast that says so, and no newer one tells of something else. */
let offers: { id: string; take: () => void }[] = [];
let offered = 0;

function offer({ label, run }: Undo): ExternalToast {
  offered += 1;
  const id = `undo ${offered}`;
  const end = () => {
    offers = offers.filter((one) => one.id !== id);
  };
  let isTaken = false;
  const take = () => {
    // The button can be pressed while the toast leaves after Z.
    if (isTaken) return;
    isTaken = true;
    end();
    run();
  };
  offers = [{ id, take }, ...offers];
  return { id, action: { label, onClick: take }, onAutoClose: end, onDismiss: end };
}

/** Takes the last act back, if the newest toast offers it; else false. */
export function undoLast(): boolean {
  const [last] = offers;
  if (!last) return false;
  void import("sonner").then(({ toast: sonner }) => sonner.dismiss(last.id));
  last.take();
  return true;
}

/** Shows a toast in one of sonner's ways; sonner is fetched for it when the page has not done so yet, and keeps what comes before it is drawn. */
function show(kind: "message" | "success" | "warning" | "error") {
  return (text: string, { undo, isUndone = false, ...options }: ToastOptions = {}): void => {
    // A refusal without words was said already; see `callAction`.
    if (text === "") return;
    wantToasts();
    // What came before is no longer the last act: its own toast can still take it back, Z cannot.
    if (!undo && !isUndone) offers = [];
    const all = { ...options, ...(undo && offer(undo)) };
    void import("sonner").then(({ toast: sonner }) => sonner[kind](text, all));
  };
}

/** Says briefly how something went: `toast.success(…)`, `toast.error(…)`. */
export const toast = {
  message: show("message"),
  success: show("success"),
  warning: show("warning"),
  error: show("error"),
};
