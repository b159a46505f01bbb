import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { Mistake } from "#app/_components/mistake.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { NoticePage } from "#app/(marketing)/_components/notice-page.tsx";
import { openDecision } from "#prisma/mail-decision.ts";
import { findMailedIssue } from "#prisma/queries/issues/find-mailed-issue.ts";
import { sentenceOfExcerpt } from "#worker/core/view/marks/sentence-of.ts";
import { DecideForm } from "./decide-form.tsx";

export const metadata: Metadata = { title: "Decide about an issue", referrer: "no-referrer", robots: { index: false } };

/** One issue of a mail, to be decided without signing in. Opening the page changes nothing, because mail scanners open every link. */
export default async function DecidePage({ params }: { params: Promise<{ token: string }> }) {
  const token = decodeURIComponent((await params).token);
  const decision = openDecision(getSecretKeys(), token, new Date());
  const issue = decision && (await findMailedIssue(getDatabase(), decision));
  if (!issue)
    return (
      <NoticePage title="This link no longer works">
        <p className="text-muted">
          It is more than 30 days old, the issue is gone, or you no longer look after the site. Sign in to see the site’s
          issues.
        </p>
        <ButtonLink href="/sites" variant="primary" size="large" className="self-start">
          See my sites
        </ButtonLink>
      </NoticePage>
    );
  const { before, mistake, after } = sentenceOfExcerpt(issue.excerpt, issue.text);
  return (
    <NoticePage title={`An issue on ${issue.siteName}`}>
      <div>
        <p className="font-serif text-lg [overflow-wrap:anywhere]">
          {before}
          <Mistake>{mistake || issue.text}</Mistake>
          {after}
        </p>
        <p className="mt-1 text-sm text-muted">{issue.message}</p>
      </div>
      <DecideForm token={token} check={issue.check} state={issue.state} />
      <PageLink href={`/sites/${issue.siteId}/issues/${issue.id}`} className="self-start py-1 text-link">
        See the issue with its pages
      </PageLink>
    </NoticePage>
  );
}
