"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action, publicAction } from "#lib/base/auth/action.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { redeemLink } from "#lib/base/auth/mail-link.ts";
import { noteSignIn } from "#lib/base/auth/note-sign-in.ts";
import { setPassword } from "#lib/base/auth/passwords.ts";
import { startPage } from "#lib/base/auth/permissions.ts";
import { mailLinkSchema, newPasswordSchema, signInSchema } from "#lib/base/auth/schema.ts";
import { signIn, signOut } from "#lib/base/auth/sign-in.ts";

export const signInAction = publicAction({
  schema: signInSchema,
  run: async ({ next, ...credentials }) => {
    const { session, owesCode } = await signIn(credentials, await addressOfClient());
    const wanted = next && next !== "/" ? next : startPage(session.role);
    if (owesCode) redirect(`/login/code?${new URLSearchParams({ next: wanted })}`);
    await noteSignIn(session);
    redirect(wanted);
  },
});

export const redeemLinkAction = publicAction({
  schema: mailLinkSchema,
  run: async (link) => {
    const redeemed = await redeemLink(link, await addressOfClient());
    if (!redeemed) redirect("/login?notice=passwordLinkExpired");
    redirect(redeemed.owesCode ? "/login/code?next=/new-password" : "/new-password");
  },
});

export const setPasswordAction = action({
  schema: newPasswordSchema,
  permission: "profile.write",
  run: async (session, passwords) => {
    await setPassword(session, passwords);
    await noteSignIn(session);
    redirect(startPage(session.role));
  },
});

export const signOutAction = publicAction({
  schema: z.void(),
  run: async () => {
    await signOut();
    redirect("/login");
  },
});
