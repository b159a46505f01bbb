import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";
import { Toaster } from "#app/_components/toaster.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { Wordmark } from "#app/(marketing)/_components/wordmark.tsx";
import { findFrame } from "#prisma/queries/teams/find-frame.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { AccountMenu } from "./account-menu.tsx";
import { PlanNotice } from "./plan-notice.tsx";
import { ServiceNotice } from "./service-notice.tsx";

/** The frame around every signed-in page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const member = await requireMember("team.belong");
  const teamId = teamOf(member.teamId);
  const frame = await findFrame(getDatabase(), { userId: member.userId, teamId });
  // The team was deleted a moment ago: the next request finds another one.
  if (!frame) redirect("/sites");
  const { SMTP_URL, OPERATORS } = getSettings();
  const hasMailbox = !SMTP_URL;
  return (
    <Toaster>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-surface focus:p-3"
      >
        Skip to the content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-5xl flex-wrap items-center gap-x-6 px-4 sm:flex-nowrap sm:px-6">
          <span className="flex flex-1 items-center sm:flex-none">
            <Wordmark href="/sites" />
          </span>
          <nav
            aria-label="Main"
            className="order-last -mx-4 flex min-w-0 basis-[calc(100%+2rem)] gap-x-5 overflow-x-auto px-4 whitespace-nowrap sm:order-none sm:mx-0 sm:flex-1 sm:basis-auto sm:overflow-visible sm:px-0"
          >
            <PageLink href="/sites" className="py-2 hover:underline">
              Sites
            </PageLink>
            <PageLink href="/issues" className="py-2 hover:underline">
              Issues
            </PageLink>
            <PageLink href="/house-style" className="py-2 hover:underline">
              House style
            </PageLink>
            <PageLink href="/dictionary" className="py-2 hover:underline">
              Dictionary
            </PageLink>
            {hasMailbox && (
              <PageLink href="/mailbox" className="py-2 text-muted hover:underline">
                Mailbox
              </PageLink>
            )}
            {OPERATORS.includes(member.email) && (
              <PageLink href="/operator" className="py-2 text-muted hover:underline">
                Operator
              </PageLink>
            )}
          </nav>
          <AccountMenu email={member.email} plan={member.plan} teams={frame.teams} teamId={teamId} />
        </div>
      </header>
      <ServiceNotice notice={frame.service} />
      {may(member, "billing.change") && frame.effects.sells && <PlanNotice facts={frame.plan} />}
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl px-4 pt-6 pb-28 outline-none sm:px-6 sm:pt-8">
        {children}
      </main>
    </Toaster>
  );
}
