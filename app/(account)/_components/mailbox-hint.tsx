import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getSettings } from "#app/_lib/settings.ts";

/** A hint that leads to the Mailbox while no mail server is configured. */
export function MailboxHint() {
  if (getSettings().SMTP_URL) return null;
  return (
    <Banner title="No mail server is configured here">
      Mail is not sent but kept:{" "}
      <PageLink href="/mailbox" className="text-link">
        read it in the mailbox
      </PageLink>
      .
    </Banner>
  );
}
