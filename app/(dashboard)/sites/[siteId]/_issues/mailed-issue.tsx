import { getDatabase } from "#app/_lib/database.ts";
import { findIssue } from "#prisma/queries/issues/find-issue.ts";
import { IssueItem } from "./issue-item.tsx";
import { IssueSelection } from "./issue-selection.tsx";

type MailedIssueProps = { teamId: string; siteId: string; issueId: string; canChange: boolean };

/** The issue that a link in a mail leads to, above all others and in any state. */
export async function MailedIssue({ teamId, siteId, issueId, canChange }: MailedIssueProps) {
  const issue = await findIssue(getDatabase(), { teamId, siteId, issueId });
  if (!issue) return <p className="mb-6 text-muted">We no longer have the issue that your link leads to.</p>;
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-sm font-medium text-muted">From your mail</h2>
      <IssueSelection ids={[]}>
        <ul className="overflow-hidden rounded-card border border-accent">
          <IssueItem siteId={siteId} issue={issue} canChange={canChange} mailed />
        </ul>
      </IssueSelection>
    </section>
  );
}
