import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { sessionCookie } from "#lib/base/auth/session-cookie.ts";

const cookieName = "astra-workspace";

/** The workspace that the person chose in this browser; null while none was. It opens nothing: the membership is asked for at every request. */
export async function chosenWorkspace(): Promise<string | null> {
  const value = (await cookies()).get(cookieName)?.value;
  return z.uuid().safeParse(value).data ?? null;
}

/** From the next request on, the person works in this workspace, if the person is an active member of it. */
export async function chooseWorkspace(workspaceId: string): Promise<void> {
  (await cookies()).set(cookieName, workspaceId, sessionCookie());
}
