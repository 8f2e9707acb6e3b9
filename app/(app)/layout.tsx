import { headers } from "next/headers";
import { getMessages } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, Suspense } from "react";
import { LeadsToCall } from "#app/(app)/leads-to-call.tsx";
import { LowProducts } from "#app/(app)/low-products.tsx";
import { requireNamedRow } from "#app/(app)/named-rows.ts";
import { Opening } from "#app/(app)/opening.tsx";
import { OwnWorkspaces } from "#app/(app)/own-workspaces.tsx";
import { savedViewCounts } from "#app/(app)/saved-view-counts.ts";
import { SavedViews } from "#components/list/saved-views/saved-views.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { MoreMessages } from "#components/shell/more-messages.tsx";
import { visibleNavigation } from "#components/shell/navigation.ts";
import { SameWorkspace } from "#components/shell/same-workspace.tsx";
import { Shell } from "#components/shell/shell.tsx";
import { PortraitsProvider } from "#components/ui/portraits.tsx";
import { ScreenProvider } from "#components/ui/screen.tsx";
import { WeekProvider } from "#components/ui/week.tsx";
import { noteThisSession } from "#lib/base/auth/own-sessions.ts";
import { can } from "#lib/base/auth/permissions.ts";
import { requireSession, type Session } from "#lib/base/auth/session.ts";
import { askedPath } from "#lib/base/http/asked-path.ts";
import { saysPhone } from "#lib/base/http/screen.ts";
import { messagesForBrowsers } from "#lib/base/i18n/messages.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";
import { firstWeekday } from "#lib/base/time/day.ts";
import { mailsGo } from "#lib/mail/kept.ts";
import { listPortraits } from "#lib/profile/photos.ts";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const entries = visibleNavigation((permission) => can(session.role, permission));
  const asked = await headers();
  const [portraits] = await Promise.all([
    listPortraits(session),
    noteThisSession(),
    requireNamedRow(askedPath(asked)),
  ]);
  const { behindSignIn } = messagesForBrowsers(await getMessages());
  return (
    <MoreMessages messages={behindSignIn}>
      <SameWorkspace id={`${session.workspace.id} ${session.userId}`} />
      <PortraitsProvider portraits={portraits}>
        <Shell
          session={session}
          entries={entries}
          counts={{
            leads: (
              <Suspense>
                <LeadsToCall session={session} />
              </Suspense>
            ),
            inventory: (
              <Suspense>
                <LowProducts session={session} />
              </Suspense>
            ),
          }}
          workspaces={
            <Suspense>
              <OwnWorkspaces session={session} />
            </Suspense>
          }
          views={
            <Suspense>
              <Views session={session} />
            </Suspense>
          }
        >
          <ScreenProvider isPhone={saysPhone(asked)}>
            <WeekProvider firstDay={firstWeekday(session.locale, session.timezone)}>
              <NuqsAdapter>
                <Opening>{children}</Opening>
              </NuqsAdapter>
            </WeekProvider>
          </ScreenProvider>
          <Palette hasKeptMails={mailsGo(asked) === "here"} />
        </Shell>
      </PortraitsProvider>
    </MoreMessages>
  );
}

async function Views({ session }: { session: Session }) {
  const views = await listSavedViews(session);
  // Not awaited: the views are there at once, their counts when they are known.
  const counts = savedViewCounts(session, views);
  return <SavedViews views={views} counts={counts} />;
}
