import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RhythmForm } from "#app/_components/rhythm-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { changeOwnRhythmAction } from "#app/_verbs/recipients/change-own-rhythm-action.ts";
import { liftOwnSuppressionAction } from "#app/_verbs/recipients/lift-own-suppression-action.ts";
import { resubscribeAction } from "#app/_verbs/recipients/resubscribe-action.ts";
import { unsubscribeAction } from "#app/_verbs/recipients/unsubscribe-action.ts";
import { NoticePage } from "#app/(marketing)/_components/notice-page.tsx";
import { findSubscription } from "#prisma/queries/recipients/find-subscription.ts";

export const metadata: Metadata = { title: "Unsubscribe", referrer: "no-referrer", robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const subscription = await findSubscription(getDatabase(), token);
  if (!subscription) notFound();
  const { email, about, unsubscribed, rhythm, suppression } = subscription;
  const stopped = unsubscribed ? null : suppression;
  const isSilent = unsubscribed || stopped !== null;
  return (
    <NoticePage title={unsubscribed ? "You are unsubscribed" : stopped ? "We stopped the mails to you" : "Stop these mails?"}>
      <p className="text-muted">
        {isSilent ? "We no longer write to " : "We write to "}
        <strong className="font-medium text-ink">{email}</strong>
        {isSilent ? " about " : " when something changes on "}
        <strong className="font-medium text-ink">{about}</strong>.
      </p>
      {stopped && (
        <form action={liftOwnSuppressionAction}>
          <p className="mb-4 text-muted">
            {stopped.reason === "complaint"
              ? "A mail of ours was reported as spam from your mailbox. If that was a mistake, you can start the mails again."
              : "Our mails to you came back. If your mailbox works again, you can start the mails again."}
          </p>
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="primary" size="large">
            Write to me again
          </SubmitButton>
        </form>
      )}
      <form action={unsubscribed ? resubscribeAction : unsubscribeAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant={isSilent ? "secondary" : "primary"} size="large">
          {unsubscribed ? "Undo: write to me again" : "Unsubscribe"}
        </SubmitButton>
      </form>
      {!unsubscribed && (
        <section className="border-t border-line pt-5">
          <h2 className="mb-1 font-semibold">Or get fewer mails</h2>
          <p className="mb-4 text-muted">You get one summary of all your sites, and none when nothing changed.</p>
          <RhythmForm action={changeOwnRhythmAction} hidden={{ token }} id="own" rhythm={rhythm} />
        </section>
      )}
    </NoticePage>
  );
}
