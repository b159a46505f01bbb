import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { confirmRecipientAction } from "#app/_verbs/recipients/confirm-recipient-action.ts";
import { NoticePage } from "#app/(marketing)/_components/notice-page.tsx";
import { findRecipientByToken } from "#prisma/queries/recipients/find-recipient-by-token.ts";
import { quotableHost } from "#worker/core/view/quotable-host.ts";

export const metadata: Metadata = { title: "Get mail about a site", referrer: "no-referrer", robots: { index: false } };

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const recipient = await findRecipientByToken(getDatabase(), token);
  if (!recipient) notFound();
  const { email, siteName } = recipient;
  // The team chooses the site's name, so only people who confirmed see it on a page of ours.
  const host = quotableHost(recipient.siteHost) ?? "a web site";
  const agreed = recipient.confirmed && !recipient.unsubscribed;
  return (
    <NoticePage title={agreed ? "You will hear from us" : `News about ${host}?`}>
      {agreed ? (
        <p className="text-muted">
          We write to <strong className="font-medium text-ink">{email}</strong> when an issue appears on{" "}
          <strong className="font-medium text-ink">{siteName}</strong> or is gone. Every mail has a link to stop them.
        </p>
      ) : (
        <>
          <p className="text-muted">
            Someone who looks after <strong className="font-medium text-ink">{host}</strong> asked us to write to{" "}
            <strong className="font-medium text-ink">{email}</strong> when a spelling mistake, a grammar mistake or a broken
            link appears there. We send nothing unless you agree.
          </p>
          <form action={confirmRecipientAction}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton size="large">Yes, write to me</SubmitButton>
          </form>
          <p className="text-sm text-muted">If you did not expect this, just close this page.</p>
        </>
      )}
    </NoticePage>
  );
}
