import type { Prisma, Transaction } from "#prisma/client.ts";
import { wordingSchema } from "#worker/core/checks/finding.ts";
import type { Candidate } from "#worker/core/digest/choose-items.ts";
import { findPlaces } from "../issues/find-places.ts";

/** Returns Issues as mails may show them, with the number of their pages and the first one. */
export async function toCandidates(tx: Transaction, issues: Prisma.IssueModel[]): Promise<Candidate[]> {
  const places = await findPlaces(
    tx,
    issues.map(({ id }) => id),
  );
  return issues.map((issue) => {
    const { subject: _subject, suggestions, ...wording } = wordingSchema.parse(issue);
    return {
      ...{ ...wording, issueId: issue.id, suggestion: suggestions[0] ?? null, reopened: false },
      pageUrl: places.get(issue.id)?.places[0]?.url ?? "",
      pageCount: places.get(issue.id)?.pageCount ?? 0,
    };
  });
}
