import type { Instrumentation } from "next";

/** Runs once when a server starts: a wrong environment ends it here, with words, and not at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnvironment } = await import("#lib/health/environment.ts");
  requireEnvironment();
  const { notePeers } = await import("#lib/base/http/note-peer.ts");
  notePeers();
  const { checkStart } = await import("#lib/health/start-check.ts");
  await checkStart();
}

/** Errors that pages and actions did not handle; the digest is what the person sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#lib/base/log.ts");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  const path = request.path.split("?")[0];
  log.error(
    { err: error, digest, method: request.method, path, route: context.routePath },
    "a request failed",
  );
};
