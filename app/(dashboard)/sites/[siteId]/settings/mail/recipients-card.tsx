import Link from "next/link";
import { Badge } from "#app/_components/badge.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import type { RecipientView } from "#prisma/queries/recipients/find-recipients.ts";
import { plural } from "#worker/core/text/plural.ts";
import { AddRecipientForm } from "./add-recipient-form.tsx";
import { RemoveRecipientForm } from "./remove-recipient-form.tsx";

type RecipientsCardProps = { siteId: string; recipients: RecipientView[]; most: number; ownEmail: string };

/** The recipients of a site's mails. */
export function RecipientsCard({ siteId, recipients, most, ownEmail }: RecipientsCardProps) {
  return (
    <Card>
      <CardHeader title="Who gets the mails">
        We send a mail only when something changed. We ask everyone except you first, and they can stop the mails with one
        click. For Slack, Microsoft Teams and programs, add a{" "}
        <Link href="/channels" className="text-link">
          channel
        </Link>
        .
      </CardHeader>
      {recipients.length === 0 ? (
        <p className="mb-4 text-muted">No one. We show changes only here.</p>
      ) : (
        <ul className="mb-5 divide-y divide-line border-y border-line">
          {recipients.map((recipient) => (
            <li key={recipient.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                {recipient.email}
                {recipient.email === ownEmail.toLowerCase() && <span className="text-sm text-muted">(you)</span>}
                <Standing recipient={recipient} />
              </span>
              <RemoveRecipientForm siteId={siteId} recipientId={recipient.id} email={recipient.email} />
            </li>
          ))}
        </ul>
      )}
      {recipients.length < most ? (
        <AddRecipientForm siteId={siteId} />
      ) : (
        <p className="text-sm text-muted">
          Your plan includes {plural(most, "address", "addresses")} for each site.{" "}
          <Link href="/billing" className="text-link">
            See the plans
          </Link>
        </p>
      )}
    </Card>
  );
}

function Standing({ recipient }: { recipient: RecipientView }) {
  if (recipient.unsubscribedAt) return <Badge>unsubscribed</Badge>;
  if (!recipient.confirmedAt) return <Badge tone="warning">waiting for confirmation</Badge>;
  return null;
}
