/** A mistake of the person at the command line, in words that say what to do. */
export class ScriptError extends Error {
  override name = "ScriptError";
}
