import { LocalTime } from "#app/_components/local-time.tsx";
import type { SuppressionView } from "#prisma/queries/suppressions/find-suppressions.ts";
import { SUPPRESSION_WORDS } from "#worker/core/view/recipients/suppression-words.ts";
import { TryAgainForm } from "./try-again-form.tsx";

type SuppressionNoticeProps = { siteId: string; recipientId: string; email: string; suppression: SuppressionView };

/** Says why a recipient gets no mails, since when, and what to do. */
export function SuppressionNotice({ siteId, recipientId, email, suppression: { reason, since } }: SuppressionNoticeProps) {
  const { why, advice } = SUPPRESSION_WORDS[reason];
  return (
    <div className="my-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0 flex-[1_1_20rem] text-sm text-muted">
        No mails since <LocalTime at={since} />. {why} {advice} Nothing is lost: the first mail after that has everything.
      </p>
      {reason !== "complaint" && <TryAgainForm siteId={siteId} recipientId={recipientId} email={email} />}
    </div>
  );
}
