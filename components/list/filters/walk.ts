import type { KeyboardEvent } from "react";

const stops = "button:not(:disabled), input:not(:disabled, [type=date])";
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Takes the focus by the arrows from one thing that can be chosen to the next; a calendar and what holds text have the arrows themselves. */
export function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  const by = steps[event.key];
  if (by === undefined || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
  if (event.target.closest("table, [type=date]")) return;
  const all = stopsIn(event.currentTarget);
  const next = all[all.indexOf(event.target) + by];
  event.preventDefault();
  next?.focus();
}

/** Gives the focus to what can be chosen, where what had it has gone; a way back that stands above comes later. */
export function focusWithin(container: HTMLElement | null): void {
  if (!container || document.activeElement !== document.body) return;
  const [first, second] = stopsIn(container);
  const next = first?.hasAttribute("data-way-back") ? second : first;
  next?.focus();
}

function stopsIn(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(stops)].filter((stop) => !stop.closest("table"));
}
