"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "#lib/auth/action.ts";
import { newPasswordSchema, passwordResetSchema, signInSchema } from "#lib/auth/schema.ts";
import { requestPasswordReset, setPassword, signIn, signOut } from "#lib/auth/sign-in.ts";
import { clientAddress } from "#lib/http/client-address.ts";

export const signInAction = publicAction({
  schema: signInSchema,
  run: async ({ next, ...credentials }) => {
    await signIn(credentials, clientAddress(await headers()));
    redirect(next ?? "/");
  },
});

export const requestPasswordResetAction = publicAction({
  schema: passwordResetSchema,
  run: async ({ email }) => requestPasswordReset(email, clientAddress(await headers())),
});

export const setPasswordAction = publicAction({
  schema: newPasswordSchema,
  run: async ({ password }) => {
    await setPassword(password);
    redirect("/");
  },
});

export const signOutAction = publicAction({
  schema: z.void(),
  run: async () => {
    await signOut();
    redirect("/login");
  },
});
