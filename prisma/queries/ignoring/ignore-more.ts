import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { IgnoreScope } from "#worker/core/issues/decisions/issue-decision.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { hostLine } from "#worker/core/url/ignored-links.ts";
import { lockSiteIssues } from "../issues/recording/lock-site-issues.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { coverIssues } from "./cover-issues.ts";
import { findOccurrencesOn, placeOccurrences } from "./move-occurrences.ts";

type Wanted = {
  teamId: TeamScope;
  issueId: string;
  scope: IgnoreScope;
  pageId?: string | undefined;
  userId: string;
  now: Date;
};
type About = { id: string; siteId: string; check: string; rule: string; text: string };
/** The subject of a rule, as in its row. */
type Subject = {
  scope: IgnoreScope;
  issueId: string | null;
  pageId: string | null;
  rule: string | null;
  target: string | null;
};

/**
 * Ignores more than an Issue, or less: it on one page, its rule on the Site, its link's target, or the target's host. Holds for what later Crawls
 * find. Issues that it covers leave the list at once, quietly. What is ignored already is not ignored twice. Returns the id by which it
 * can be restored.
 * @throws DomainError `not-found` when the Team has no such Issue, or the Issue is not on the page; `invalid-input` for a scope of links.
 */
export async function ignoreMore(
  db: Database,
  { teamId, issueId, userId, now, ...wanted }: Wanted,
): Promise<{ ignoreRuleId: string }> {
  return db.$transaction(async (tx) => {
    const found = await findAbout(tx, teamId, issueId);
    await lockSiteIssues(tx, found.siteId);
    // A Crawl that ended meanwhile may have merged the Issue with another, or named another rule.
    const about = await findAbout(tx, teamId, issueId);
    const subject = subjectOf(about, wanted);
    const { siteId } = about;
    const known = await tx.ignoreRule.findFirst({ where: { siteId, ...subject }, select: { id: true } });
    if (known) return { ignoreRuleId: known.id };
    const hidden = subject.pageId === null ? [] : await findOccurrencesOn(tx, { issueId: about.id, pageId: subject.pageId });
    if (subject.pageId !== null && hidden.length === 0)
      throw new DomainError("not-found", "This page no longer has the issue. Load the page again.");
    const { id } = await tx.ignoreRule.create({
      data: { siteId, ...subject, hidden, userId, createdAt: now },
      select: { id: true },
    });
    if (subject.scope === "page") await placeOccurrences(tx, about.id);
    const which =
      subject.scope === "rule"
        ? { rule: about.rule }
        : subject.scope === "page"
          ? { ids: [about.id] }
          : ({ check: "links" } as const);
    await coverIssues(tx, { siteId, which, userId, now });
    return { ignoreRuleId: id };
  });
}

async function findAbout(tx: Transaction, teamId: TeamScope, issueId: string): Promise<About> {
  const about = await tx.issue.findFirst({
    where: { id: issueId, site: sitesOf(teamId) },
    select: { id: true, siteId: true, check: true, rule: true, text: true },
  });
  if (!about) throw new DomainError("not-found", "This issue is no longer in your list. Load the page again.");
  return about;
}

function subjectOf(
  { id, check, rule, text }: About,
  { scope, pageId }: { scope: IgnoreScope; pageId?: string | undefined },
): Subject {
  const none = { scope, issueId: null, pageId: null, rule: null, target: null };
  switch (scope) {
    case "page":
      if (pageId === undefined) throw new DomainError("invalid-input", "Choose the page on which to ignore this issue.");
      return { ...none, issueId: id, pageId };
    case "rule":
      return { ...none, rule };
    case "target":
      if (check !== "links") throw new DomainError("invalid-input", "This issue is not about a link.");
      return { ...none, target: text };
    case "host": {
      const host = check === "links" ? hostLine(text) : null;
      if (host === null) throw new DomainError("invalid-input", "This link does not lead to a website.");
      return { ...none, target: host };
    }
  }
}
