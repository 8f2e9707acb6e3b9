import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. Their order decides nothing: what callers of a part may set otherwise, the part says with `base:` (app/globals.css), and
 * of two classes that set the same thing only one may be named.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
