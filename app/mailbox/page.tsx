import { Inbox, Search } from "lucide-react";
import { z } from "zod";
import { Banner } from "#app/_components/banner.tsx";
import { Button } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findMailbox, type MailboxEntry } from "#prisma/queries/deliveries/find-mailbox.ts";
import { requireMailbox } from "./require-mailbox.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const searchSchema = z.object({ to: z.string().trim().max(254).catch("") });

/** The mails that would have been sent. */
export default async function MailboxPage({ searchParams }: Props) {
  requireMailbox();
  const { to: email } = searchSchema.parse(await searchParams);
  const mails = await findMailbox(getDatabase(), { email });
  const now = new Date();
  return (
    <>
      <PageHeader title="Mailbox" />
      <Banner>
        No mail server is configured (setting SMTP_URL), so we keep all mail on this page instead of sending it. Everyone who
        can open this page can read it. With a mail server this page does not exist.
      </Banner>
      <search className="my-6 block">
        <form method="get" className="flex max-w-md gap-2">
          <label htmlFor="to" className="sr-only">
            Search by address
          </label>
          <input id="to" name="to" type="search" className="control" placeholder="Search by address" defaultValue={email} />
          <Button type="submit">
            <Search aria-hidden className="size-4" /> Search
          </Button>
        </form>
      </search>
      {mails.length === 0 ? (
        <EmptyState icon={Inbox} title={email ? `No mail to ${email}` : "No mail yet"}>
          {email ? (
            <PageLink href="/mailbox" className="text-link">
              Show all mail
            </PageLink>
          ) : (
            "New mail appears here within seconds. Reload the page to see it."
          )}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}

function MailRow({ mail, now }: { mail: MailboxEntry; now: Date }) {
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3 hover:bg-sunken sm:px-5">
      <div className="min-w-0">
        <PageLink href={`/mailbox/${mail.id}`} className="font-medium after:absolute after:inset-0">
          {mail.subject}
        </PageLink>
        <p className="text-sm text-muted">to {mail.email}</p>
      </div>
      <p className="text-sm text-muted">
        <Moment at={mail.createdAt} now={now} timeZone="UTC" />
      </p>
    </li>
  );
}
