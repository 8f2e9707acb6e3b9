import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { supabaseForRequest } from "#lib/auth/supabase.ts";
import { env } from "#lib/env.ts";

const link = z.union([
  z.object({
    token_hash: z.string().min(1).max(500),
    type: z.enum(["recovery", "invite", "signup", "email"]),
  }),
  z.object({ code: z.string().min(1).max(500) }),
]);

/** Where the links of the auth server's mails lead: signs the person in, who then chooses a password. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const parsed = link.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  const isSignedIn = parsed.success && (await redeem(parsed.data));
  return NextResponse.redirect(
    `${env().APP_URL}${isSignedIn ? "/new-password" : "/login?notice=passwordLinkExpired"}`,
    303,
  );
}

async function redeem(data: z.output<typeof link>): Promise<boolean> {
  const supabase = await supabaseForRequest();
  const { error } =
    "code" in data
      ? await supabase.auth.exchangeCodeForSession(data.code)
      : await supabase.auth.verifyOtp({ token_hash: data.token_hash, type: data.type });
  return !error;
}
