import { Badge } from "#app/_components/badge.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { RhythmForm } from "#app/_components/rhythm-form.tsx";
import { changeRhythmAction } from "#app/_verbs/recipients/change-rhythm-action.ts";
import type { RecipientView } from "#prisma/queries/recipients/find-recipients.ts";
import { CHECK_IDS, CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { RHYTHM_WORDS } from "#worker/core/digest/rhythm.ts";
import { plural } from "#worker/core/text/plural.ts";
import { SUPPRESSION_WORDS } from "#worker/core/view/recipients/suppression-words.ts";
import { AddRecipientForm } from "./add-recipient-form.tsx";
import { RemoveRecipientForm } from "./remove-recipient-form.tsx";
import { SuppressionNotice } from "./suppression-notice.tsx";

/** `seesAll`: the reader sees all sites of the team. */
type RecipientsCardProps = { siteId: string; recipients: RecipientView[]; most: number; ownEmail: string; seesAll: boolean };

/** The recipients of a site's mails. */
export function RecipientsCard({ siteId, recipients, most, ownEmail, seesAll }: RecipientsCardProps) {
  return (
    <Card>
      <CardHeader title="Who gets the mails">
        We send a mail only when something changed. We ask everyone except you first, and they can stop the mails with one
        click. For Slack, Microsoft Teams and programs, add a{" "}
        <PageLink href="/channels" className="text-link">
          channel
        </PageLink>
        .
      </CardHeader>
      {recipients.length === 0 ? (
        <p className="mb-4 text-muted">No one. We show changes only here.</p>
      ) : (
        <ul className="mb-5 divide-y divide-line border-y border-line">
          {recipients.map((recipient) => (
            <li key={recipient.id} className="py-2">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                  {recipient.email}
                  {recipient.email === ownEmail.toLowerCase() && <span className="text-sm text-muted">(you)</span>}
                  <Standing recipient={recipient} />
                </span>
                <RemoveRecipientForm siteId={siteId} recipientId={recipient.id} email={recipient.email} />
              </div>
              {recipient.suppression && !recipient.unsubscribedAt && (
                <SuppressionNotice
                  {...{ siteId, recipientId: recipient.id, email: recipient.email }}
                  suppression={recipient.suppression}
                />
              )}
              <details>
                <summary className="inline-block cursor-pointer rounded-control py-1 text-sm text-muted">
                  {rhythmWords(recipient)} <span className="ml-1 text-link">Change</span>
                </summary>
                <div className="py-3">
                  <p className="mb-4 text-sm text-muted">
                    {seesAll
                      ? "This applies to the mails about all sites of your team."
                      : "This applies to all mails that this address gets from your team, also about sites that you do not look after."}
                  </p>
                  <RhythmForm
                    action={changeRhythmAction}
                    hidden={{ siteId, recipientId: recipient.id }}
                    id={recipient.id}
                    rhythm={recipient.rhythm}
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
      {recipients.length < most ? (
        <AddRecipientForm siteId={siteId} />
      ) : (
        <p className="text-sm text-muted">
          Your plan includes {plural(most, "address", "addresses")} for each site.{" "}
          <PageLink href="/billing" className="text-link">
            See the plans
          </PageLink>
        </p>
      )}
    </Card>
  );
}

/** Returns, for example, "Once a week, on Monday, at 08:00: spelling, links". */
function rhythmWords({ rhythm }: RecipientView): string {
  if (rhythm === null) return RHYTHM_WORDS.at_once;
  const at = rhythm.rhythm === "at_once" ? "" : `, at ${String(rhythm.hour).padStart(2, "0")}:00`;
  const kinds = CHECK_IDS.filter((check) => rhythm.checks.includes(check)).map((check) => CHECK_KINDS[check].heading);
  return `${RHYTHM_WORDS[rhythm.rhythm]}${at}${kinds.length > 0 ? `: ${kinds.join(", ").toLowerCase()}` : ""}`;
}

function Standing({ recipient }: { recipient: RecipientView }) {
  if (recipient.unsubscribedAt) return <Badge>unsubscribed</Badge>;
  if (recipient.suppression) return <Badge tone="danger">{SUPPRESSION_WORDS[recipient.suppression.reason].badge}</Badge>;
  if (!recipient.confirmedAt) return <Badge tone="warning">waiting for confirmation</Badge>;
  return null;
}
