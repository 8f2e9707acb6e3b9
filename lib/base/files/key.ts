import { randomUUID } from "node:crypto";

const pattern = /^[0-9a-f-]{36}\/[0-9a-f-]{36}\.[a-z]{3,4}$/;

/** A key that nobody can guess, among those of a workspace. */
export function newFileKey(workspaceId: string, extension: string): string {
  return `${workspaceId}/${randomUUID()}.${extension}`;
}

/**
 * The key, if it is one: it becomes part of a path.
 *
 * @throws Error when it is none
 */
export function checkedKey(key: string): string {
  if (!pattern.test(key)) throw new Error("This is no key of a file.");
  return key;
}
