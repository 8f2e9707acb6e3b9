"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action, publicAction } from "#lib/base/auth/action.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { noteBrowserLanguage } from "#lib/base/auth/browser-language.ts";
import { redeemLink } from "#lib/base/auth/mail-link.ts";
import { setPassword } from "#lib/base/auth/passwords.ts";
import { startPage } from "#lib/base/auth/permissions.ts";
import { mailLinkSchema, newPasswordSchema, signInSchema } from "#lib/base/auth/schema.ts";
import { languageOfBrowser } from "#lib/base/auth/session.ts";
import { signIn, signOut } from "#lib/base/auth/sign-in.ts";

export const signInAction = publicAction({
  schema: signInSchema,
  run: async ({ next, ...credentials }) => {
    const { userId, role } = await signIn(credentials, await addressOfClient());
    await noteBrowserLanguage(userId, await languageOfBrowser());
    redirect(next && next !== "/" ? next : startPage(role));
  },
});

export const redeemLinkAction = publicAction({
  schema: mailLinkSchema,
  run: async (link) => {
    const isRedeemed = await redeemLink(link, await addressOfClient());
    redirect(isRedeemed ? "/new-password" : "/login?notice=passwordLinkExpired");
  },
});

export const setPasswordAction = action({
  schema: newPasswordSchema,
  permission: "profile.write",
  run: async (session, passwords) => {
    await setPassword(session, passwords);
    await noteBrowserLanguage(session.userId, await languageOfBrowser());
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
