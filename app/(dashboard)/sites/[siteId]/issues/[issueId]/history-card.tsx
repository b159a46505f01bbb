import clsx from "clsx";
import {
  AlarmClock,
  AlarmClockOff,
  CircleCheck,
  CircleDot,
  EyeOff,
  type LucideIcon,
  Mail,
  Repeat,
  Undo2,
  UserRound,
} from "lucide-react";
import { Card } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { IssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/text/plural.ts";
import { type IssueMoment, momentWords } from "#worker/core/view/issues/issue-history.ts";

const ICONS: Readonly<Record<IssueMoment["kind"], { icon: LucideIcon; look: string }>> = {
  opened: { icon: CircleDot, look: "text-danger" },
  reopened: { icon: Repeat, look: "text-danger" },
  fixed: { icon: CircleCheck, look: "text-success" },
  "marked-fixed": { icon: CircleCheck, look: "text-success" },
  taught: { icon: CircleCheck, look: "text-success" },
  ignored: { icon: EyeOff, look: "text-muted" },
  unignored: { icon: Undo2, look: "text-muted" },
  undone: { icon: Undo2, look: "text-muted" },
  snoozed: { icon: AlarmClock, look: "text-muted" },
  woken: { icon: AlarmClockOff, look: "text-muted" },
  assigned: { icon: UserRound, look: "text-muted" },
  mailed: { icon: Mail, look: "text-accent" },
};

/** Lists what happened to an issue, oldest first: crawls, people and mails, each with its time. */
export function HistoryCard({ siteId, check, history }: { siteId: string; check: CheckId; history: IssueHistory }) {
  const { moments, earlier, firstSeenAt } = history;
  return (
    <Card aria-labelledby="history">
      <h3 id="history" className="text-lg font-semibold">
        History
      </h3>
      <p className="mt-0.5 text-sm text-muted">
        First seen <LocalTime at={firstSeenAt} />
        {earlier > 0 && <>. {plural(earlier, "earlier step")} not listed</>}
      </p>
      <ol className="mt-3 space-y-2.5">
        {moments.map((moment) => (
          <HistoryItem key={`${moment.kind} ${moment.id}`} siteId={siteId} check={check} moment={moment} />
        ))}
      </ol>
    </Card>
  );
}

function HistoryItem({ siteId, check, moment }: { siteId: string; check: CheckId; moment: IssueMoment }) {
  const { icon: Icon, look } = ICONS[moment.kind];
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", look)} />
      <p className="min-w-0 flex-1">
        {momentWords(moment, check)}
        <span className="block text-sm text-muted">
          <LocalTime at={moment.at} />
          {moment.kind !== "mailed" && moment.crawlId !== null && (
            <>
              {" · "}
              <PageLink href={`/sites/${siteId}/crawls/${moment.crawlId}`} className="hover:underline">
                see the crawl
              </PageLink>
            </>
          )}
        </span>
      </p>
    </li>
  );
}
