"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, publicAction } from "#lib/base/auth/action.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { noteBrowserLanguage } from "#lib/base/auth/browser-language.ts";
import { endOtherSessions, endSession } from "#lib/base/auth/own-sessions.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { passwordResetSchema } from "#lib/base/auth/schema.ts";
import { languageOfBrowser } from "#lib/base/auth/session.ts";
import { defaultLocale } from "#lib/base/i18n/locales.ts";
import { saveDensity } from "#lib/base/list/looks/commands.ts";
import { densitySchema } from "#lib/base/list/looks/schema.ts";
import { changeProfile } from "#lib/profile/commands.ts";
import { beginEmailChange, cancelEmailChange, confirmEmailChange } from "#lib/profile/email-change.ts";
import { requestPasswordReset } from "#lib/profile/password-reset.ts";
import {
  emailChangeLinkSchema,
  emailChangeSchema,
  profileChangeSchema,
  sessionIdSchema,
} from "#lib/profile/schema.ts";

/** Answers with a sentence in the language that counts from now on. */
export const changeProfileAction = action({
  schema: profileChangeSchema,
  permission: "profile.write",
  run: async (session, change) => {
    await changeProfile(session, change);
    const asked = await languageOfBrowser();
    if (change.locale === null) await noteBrowserLanguage(session, asked);
    // Every page says it otherwise, also those that the browser has fetched ahead.
    revalidatePath("/", "layout");
    const locale = change.locale === undefined ? session.locale : (change.locale ?? asked ?? defaultLocale);
    return (await getTranslations({ locale, namespace: "profile" }))("saved");
  },
});

/** All lists are drawn with it from now on. */
export const changeDensityAction = action({
  schema: densitySchema,
  permission: "profile.write",
  run: async (session, { density }) => {
    await saveDensity(session, density);
    revalidatePath("/", "layout");
  },
});

export const endSessionAction = action({
  schema: sessionIdSchema,
  permission: "profile.write",
  run: refreshing((session, { id }) => endSession(session, id)),
});

export const endOtherSessionsAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: refreshing((session) => endOtherSessions(session)),
});

export const requestPasswordResetAction = publicAction({
  schema: passwordResetSchema,
  run: async ({ email }) => requestPasswordReset(email, await addressOfClient()),
});

export const beginEmailChangeAction = action({
  schema: emailChangeSchema,
  permission: "profile.write",
  run: refreshing(beginEmailChange),
});

export const cancelEmailChangeAction = action({
  schema: z.void(),
  permission: "profile.write",
  run: refreshing((session) => cancelEmailChange(session)),
});

/** Answers whether the address is changed, or the other one has yet to confirm it. */
export const confirmEmailChangeAction = publicAction({
  schema: emailChangeLinkSchema,
  run: async ({ token }) => confirmEmailChange(token, await addressOfClient()),
});
