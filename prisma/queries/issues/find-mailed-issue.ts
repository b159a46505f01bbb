import type { Database } from "#prisma/client.ts";
import type { MailDecision } from "#prisma/mail-decision.ts";
import type { MailedIssue } from "#worker/core/view/issues/mailed-issue.ts";
import { mayDecide } from "../people/may-decide.ts";

/** Returns an Issue that a link in a mail is about, while its reader may still decide about it; else null. */
export async function findMailedIssue(db: Database, { issueId, userId }: MailDecision): Promise<MailedIssue | null> {
  const issue = await db.issue.findFirst({
    where: { id: issueId, site: { team: { members: { some: { userId } } } } },
    select: {
      ...{ id: true, check: true, text: true, excerpt: true, message: true, state: true, siteId: true },
      site: { select: { name: true, teamId: true, team: { select: { members: { where: { userId } } } } } },
    },
  });
  const [member] = issue?.site.team.members ?? [];
  if (!issue || !member || !mayDecide(member, issue.siteId)) return null;
  const { site, ...shown } = issue;
  return { ...shown, siteName: site.name, teamId: site.teamId };
}
