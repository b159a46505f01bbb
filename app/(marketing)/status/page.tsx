import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findServiceStatus } from "#prisma/queries/status/find-service-status.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { duration } from "#worker/core/view/moments.ts";
import { type PartState, partState } from "#worker/core/view/service-state.ts";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/status",
  title: "Status",
  description: "Does Flawless work at the moment? Its website, its crawler and its mail.",
});

const STATES: Record<PartState, { words: string; tone: "success" | "warning" | "danger" }> = {
  works: { words: "Works", tone: "success" },
  slow: { words: "Slow", tone: "warning" },
  stuck: { words: "Not working", tone: "danger" },
};

/** The state of the service, from what it did in the last day. Without its database there is none, and this page fails too. */
export default async function StatusPage() {
  const now = new Date();
  const { crawls, mails } = await findServiceStatus(getDatabase(), now);
  return (
    <ProsePage title="Status" lead="What our servers measure themselves, at most 15 seconds old.">
      <Part name="Website" state="works">
        This page comes from our web server and our database, so both work.
      </Part>
      <Part name="Crawler" state={partState(crawls)}>
        {crawls.oldestMs === null
          ? "No crawl is waiting."
          : `The oldest waiting crawl has waited ${duration(crawls.oldestMs)}.`}{" "}
        {plural(crawls.finished, "crawl")} finished in the last 24 hours
        {crawls.medianWaitMs !== null && `, half of them started within ${duration(crawls.medianWaitMs)}`}.{" "}
        {formatCount(crawls.failedByUs)} failed because of a fault of ours.
      </Part>
      <Part name="Mail" state={partState(mails)}>
        {mails.oldestMs === null ? "No mail is waiting." : `The oldest waiting mail has waited ${duration(mails.oldestMs)}.`} We
        sent {plural(mails.sent, "mail")} in the last 24 hours.
      </Part>
      <p className="text-sm text-muted">
        Measured <LocalTime at={now} />.{" "}
        {crawls.lastEndedAt && (
          <>
            The last crawl ended <LocalTime at={crawls.lastEndedAt} />.
          </>
        )}
      </p>
    </ProsePage>
  );
}

function Part({ name, state, children }: { name: string; state: PartState; children: ReactNode }) {
  const { words, tone } = STATES[state];
  return (
    <section className="rounded-card border border-line bg-surface p-5">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="mt-0! text-lg font-semibold">{name}</h2>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <p className="mt-1 text-muted">{children}</p>
    </section>
  );
}
