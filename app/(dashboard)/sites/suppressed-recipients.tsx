import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findSuppressedRecipients } from "#prisma/queries/suppressions/find-suppressed-recipients.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { SUPPRESSION_WORDS } from "#worker/core/view/recipients/suppression-words.ts";

const MOST_NAMED = 3;

/** Names recipients of the Team's Sites who get no mails, because these came back or were reported as spam; nothing without one. */
export async function SuppressedRecipients({ teamId }: { teamId: TeamScope }) {
  const found = await findSuppressedRecipients(getDatabase(), { teamId, take: MOST_NAMED + 1 });
  if (found.length === 0) return null;
  return (
    <div className="mb-6">
      <Banner tone="warning" title="Mails do not reach everyone">
        <ul>
          {found.slice(0, MOST_NAMED).map(({ email, reason, siteId }) => (
            <li key={email}>
              <PageLink href={`/sites/${siteId}/settings/mail`} className="text-link break-words">
                {email}
              </PageLink>
              : {SUPPRESSION_WORDS[reason].badge}
            </li>
          ))}
          {found.length > MOST_NAMED && <li>And others: see the mail settings of each site.</li>}
        </ul>
      </Banner>
    </div>
  );
}
