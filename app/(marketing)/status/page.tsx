import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findIncidents } from "#prisma/queries/operating/find-incidents.ts";
import { isSwitchedOn } from "#prisma/queries/operating/is-switched-on.ts";
import { findServiceDays } from "#prisma/queries/status/find-service-days.ts";
import { findServiceStatus } from "#prisma/queries/status/find-service-status.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { duration } from "#worker/core/view/moments.ts";
import { daysOf } from "#worker/core/view/service-days.ts";
import { type PartState, partState } from "#worker/core/view/service-state.ts";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";
import { DayBars } from "./day-bars.tsx";
import { IncidentList } from "./incident-list.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/status",
  title: "Status",
  description: "Does Flawless work at the moment? Its website, its crawler and its mail.",
});

const STATES: Record<PartState | "off", { words: string; tone: "success" | "warning" | "danger" }> = {
  off: { words: "Stopped by us", tone: "warning" },
  works: { words: "Works", tone: "success" },
  slow: { words: "Slow", tone: "warning" },
  stuck: { words: "Not working", tone: "danger" },
};

/** The state of the service, from what it did in the last day, and its last 30 days. Without its database there is none, and this page fails too. */
export default async function StatusPage() {
  const now = new Date();
  const db = getDatabase();
  const [{ crawls, mails }, facts, incidents, crawlsOn, mailsOn] = await Promise.all([
    findServiceStatus(db, now),
    findServiceDays(db, now),
    findIncidents(db, now),
    isSwitchedOn(db, "crawls"),
    isSwitchedOn(db, "mails"),
  ]);
  return (
    <ProsePage title="Status" lead="What our servers measure themselves, at most 15 seconds old.">
      <Part name="Website" state="works">
        This page comes from our web server and our database, so both work.
        <DayBars days={daysOf("web", facts, now)} what="of the minutes reachable" />
      </Part>
      <Part name="Crawler" state={crawlsOn ? partState(crawls) : "off"}>
        {!crawlsOn && "We have stopped all crawls for a while. "}
        {crawls.oldestMs === null
          ? "No crawl is waiting."
          : `The oldest waiting crawl has waited ${duration(crawls.oldestMs)}.`}{" "}
        {plural(crawls.finished, "crawl")} finished in the last 24 hours
        {crawls.medianWaitMs !== null && `, half of them started within ${duration(crawls.medianWaitMs)}`}.{" "}
        {formatCount(crawls.failedByUs)} failed because of a fault of ours.
        <DayBars days={daysOf("crawls", facts, now)} what="of the crawls on time" />
      </Part>
      <Part name="Mail" state={mailsOn ? partState(mails) : "off"}>
        {!mailsOn && "We have stopped all mails for a while; none is lost. "}
        {mails.oldestMs === null ? "No mail is waiting." : `The oldest waiting mail has waited ${duration(mails.oldestMs)}.`} We
        sent {plural(mails.sent, "mail")} in the last 24 hours.
        <DayBars days={daysOf("mails", facts, now)} what="of the mails on time" />
      </Part>
      <h2>Incidents</h2>
      <IncidentList incidents={incidents} now={now} />
      <p className="text-sm text-muted">
        On time: started or sent within 30 minutes. Days are in UTC. Measured <LocalTime at={now} />.{" "}
        {crawls.lastEndedAt && (
          <>
            The last crawl ended <LocalTime at={crawls.lastEndedAt} />.
          </>
        )}
      </p>
    </ProsePage>
  );
}

function Part({ name, state, children }: { name: string; state: PartState | "off"; children: ReactNode }) {
  const { words, tone } = STATES[state];
  return (
    <section className="rounded-card border border-line bg-surface p-5">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="mt-0! text-lg font-semibold">{name}</h2>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <div className="mt-1 text-muted">{children}</div>
    </section>
  );
}
