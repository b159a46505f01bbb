import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Moment } from "#app/_components/moment.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findIssue } from "#prisma/queries/issues/find-issue.ts";
import { findIssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import { findIssuePlaces } from "#prisma/queries/issues/find-issue-places.ts";
import { findIssueText, type IssueText } from "#prisma/queries/issues/find-issue-text.ts";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { findIssuePicture } from "#prisma/queries/pictures/find-issue-picture.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { type ShownSentence, sentenceOf, sentenceOfExcerpt } from "#worker/core/view/marks/sentence-of.ts";
import { ruleGuide } from "#worker/core/view/rule-guide/rule-guide.ts";
import { shownPath } from "#worker/core/view/shown-address.ts";
import { CheckPageButton } from "../../_again/check-page-button.tsx";
import { IssuePicture } from "../../_pictures/issue-picture.tsx";
import { requireSite } from "../../require-site.ts";
import { HistoryCard } from "./history-card.tsx";
import { IssueAside } from "./issue-aside.tsx";
import { IssueHeading } from "./issue-heading.tsx";
import { LinkCard } from "./link-card.tsx";
import { PLACES_SHOWN, PlacesCard } from "./places-card.tsx";
import { RuleCard } from "./rule-card.tsx";
import { SentenceCard } from "./sentence-card.tsx";

type Props = {
  params: Promise<{ siteId: string; issueId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const metadata: Metadata = { title: "Issue" };

/** One issue: its sentence, what to write instead and why, its picture, all its places, and what happened to it. */
export default async function IssuePage({ params, searchParams }: Props) {
  const { siteId, issueId } = await params;
  const { site, member, canChange } = await requireSite(siteId);
  const db = getDatabase();
  const wanted = { teamId: member.teamId, siteId: site.id, issueId };
  const [issue, history] = await Promise.all([findIssue(db, wanted), findIssueHistory(db, wanted)]);
  if (!issue || !history) notFound();
  const { page } = pageSchema.parse(await searchParams);
  const [found, text, picture, members] = await Promise.all([
    findIssuePlaces(db, { ...wanted, skip: (page - 1) * PLACES_SHOWN, take: PLACES_SHOWN }),
    issue.check === "links" ? null : findIssueText(db, wanted),
    findIssuePicture(db, wanted),
    findMembers(db, member.teamId),
  ]);
  const [firstPage] = issue.places;
  return (
    <article className="space-y-6">
      <div>
        <PageLink href={`/sites/${site.id}`} className="mb-1 inline-block py-1 text-sm text-muted hover:underline">
          ← All issues
        </PageLink>
        <IssueHeading issue={issue} />
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr]">
        {issue.check === "links" ? <LinkCard issue={issue} /> : <SentenceCard issue={issue} sentence={shown(issue, text)} />}
        <IssueAside {...{ site, issue, history, members, canChange }} ownUserId={member.userId} />
        <div className="min-w-0 space-y-6 lg:col-start-1">
          {picture && (
            <figure>
              <IssuePicture siteId={site.id} picture={picture} issueId={issue.id} mistake={issue.text} />
              <figcaption className="mt-2 text-sm text-muted">
                {picture.isCurrent ? "The page" : "The page as it was"}{" "}
                <PageLink href={`/sites/${site.id}/pages/${picture.pageId}#mark-${issue.id}`} className="text-link">
                  {shownPath(picture.url)}
                </PageLink>
                , taken <Moment at={picture.takenAt} timeZone={site.timeZone} />
              </figcaption>
            </figure>
          )}
          {firstPage && canChange && !site.pausedBy && <CheckPageButton siteId={site.id} pageId={firstPage.pageId} />}
          <RuleCard guide={ruleGuide(issue.rule, issue.check)} language={text?.language ?? null} />
          <PlacesCard siteId={site.id} issue={issue} found={found} page={page} editPattern={site.editPattern} />
          <HistoryCard siteId={site.id} check={issue.check} history={history} />
        </div>
      </div>
    </article>
  );
}

/** Returns the sentence with the mistake: whole, from the text of the page, else the excerpt. */
function shown({ excerpt, text: mistake }: IssueView, text: IssueText | null): ShownSentence {
  const { start = null, end = null } = text ?? {};
  const whole = text && start !== null && end !== null ? sentenceOf(text.text, { start, end }) : null;
  return whole && whole.mistake === mistake ? whole : sentenceOfExcerpt(excerpt, mistake);
}
