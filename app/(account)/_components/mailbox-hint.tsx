import Link from "next/link";
import { Banner } from "#app/_components/banner.tsx";
import { getSettings } from "#app/_lib/settings.ts";

/** While no mail server is configured, says where the mail can be read. */
export function MailboxHint() {
  if (getSettings().SMTP_URL) return null;
  return (
    <Banner title="No mail server is configured here">
      Mail is not sent but kept:{" "}
      <Link href="/mailbox" className="text-link">
        read it in the mailbox
      </Link>
      .
    </Banner>
  );
}
