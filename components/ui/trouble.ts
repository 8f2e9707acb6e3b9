/** What keeps an action from being done and is mended elsewhere: by signing in, by a reload, or by us. */
export type Trouble = "signedOut" | "updated" | "failed";

type Listener = (trouble: Trouble) => void;

const listeners = new Set<Listener>();

/** Says what `tellTrouble` tells; answers how to stop. */
export function onTrouble(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has the page say what the trouble is. */
export function tellTrouble(trouble: Trouble): void {
  for (const listener of listeners) listener(trouble);
}

/** The sign-in, which leads back to this page. */
export function signInHref(): string {
  return `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
}
