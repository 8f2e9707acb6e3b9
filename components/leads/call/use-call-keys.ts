"use client";

import { useEffect, useEffectEvent } from "react";

/** Runs what a key stands for, wherever the focus is, but never while somebody types or chooses in a dialog. */
export function useCallKeys(keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isBusy(event)) return;
    const run = keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function isBusy({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector("[role=dialog], [role=menu], [role=listbox]")) return true;
  if (!(target instanceof Element)) return false;
  const isTyping = target.closest("input, textarea, select, [contenteditable=true]") !== null;
  return isTyping || (key === "Enter" && target.closest("a, button") !== null);
}
