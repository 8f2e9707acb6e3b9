/** What keeps an action from being done and is mended elsewhere: by signing in, by a reload, or by us. */
export type Trouble = "signedOut" | "updated" | "failed";

type Listener = (trouble: Trouble, isTyped: boolean) => void;

const listeners = new Set<Listener>();

/** Says what `tellTrouble` tells; answers how to stop. */
export function onTrouble(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has the page say what the trouble is. `isTyped`: something was typed that would be lost with the page. */
export function tellTrouble(trouble: Trouble, isTyped: boolean): void {
  for (const listener of listeners) listener(trouble, isTyped);
}
