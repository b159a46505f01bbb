import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { resubscribeAction } from "#app/_verbs/recipients/resubscribe-action.ts";
import { unsubscribeAction } from "#app/_verbs/recipients/unsubscribe-action.ts";
import { NoticePage } from "#app/(marketing)/_components/notice-page.tsx";
import { findRecipientByToken } from "#prisma/queries/recipients/find-recipient-by-token.ts";

export const metadata: Metadata = { title: "Unsubscribe", referrer: "no-referrer", robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const recipient = await findRecipientByToken(getDatabase(), token);
  if (!recipient) notFound();
  const { email, siteName, unsubscribed } = recipient;
  return (
    <NoticePage title={unsubscribed ? "You are unsubscribed" : "Stop these mails?"}>
      <p className="text-muted">
        {unsubscribed ? "We no longer write to " : "We write to "}
        <strong className="font-medium text-ink">{email}</strong>
        {unsubscribed ? " about " : " when something changes on "}
        <strong className="font-medium text-ink">{siteName}</strong>.
      </p>
      <form action={unsubscribed ? resubscribeAction : unsubscribeAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant={unsubscribed ? "secondary" : "primary"} size="large">
          {unsubscribed ? "Undo: write to me again" : "Unsubscribe"}
        </SubmitButton>
      </form>
    </NoticePage>
  );
}
