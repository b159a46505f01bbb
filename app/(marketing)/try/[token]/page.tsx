import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { findVisitor } from "#app/_lib/session/session.ts";
import { findTrial } from "#prisma/queries/trials/find-trial.ts";
import { KeepForm } from "./keep-form.tsx";
import { TrialResult } from "./trial-result.tsx";

export const metadata: Metadata = {
  title: "What we found",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** The result of a try without an account, while it comes in and afterwards. */
export default async function TrialPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [trial, visitor] = await Promise.all([findTrial(getDatabase(), { token, now: new Date() }), findVisitor()]);
  if (!trial) notFound();
  return (
    <article className="mx-auto max-w-[48rem] pt-10 sm:pt-14">
      <TrialResult token={token} initial={trial}>
        <KeepForm token={token} isSignedIn={visitor !== null} />
      </TrialResult>
    </article>
  );
}
