/** Whether a page failed because a script of it is gone from the server, which has newer ones. */
export function isOfBeforeUpdate(error: Error): boolean {
  return error.name === "ChunkLoadError" || /^Failed to load chunk/.test(error.message);
}
