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

/** Shows a toast in one of sonner's ways; sonner is fetched for it when the page has not done so yet, and keeps what comes before it is drawn. */
function show(kind: "message" | "success" | "warning" | "error") {
  return (text: string, options?: ExternalToast): void => {
    // A refusal without words was said already; see `callAction`.
    if (text === "") return;
    wantToasts();
    void import("sonner").then(({ toast: sonner }) => sonner[kind](text, options));
  };
}

/** Says briefly how something went: `toast.success(…)`, `toast.error(…)`. */
export const toast = {
  message: show("message"),
  success: show("success"),
  warning: show("warning"),
  error: show("error"),
};
