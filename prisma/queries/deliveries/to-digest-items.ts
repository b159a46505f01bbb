import type { Prisma, Transaction } from "#prisma/client.ts";
import { wordingSchema } from "#worker/core/checks/finding.ts";
import type { DigestItem } from "#worker/core/digest/digest.ts";
import { findPlaces } from "../issues/find-places.ts";

/** Returns Issues as mails show them. */
export async function toDigestItems(tx: Transaction, issues: readonly Prisma.IssueModel[]): Promise<DigestItem[]> {
  const places = await findPlaces(
    tx,
    issues.map(({ id }) => id),
  );
  return issues.map((issue) => {
    const { check, severity, message, text, excerpt, suggestions } = wordingSchema.parse(issue);
    return {
      ...{ issueId: issue.id, check, severity, message, text, excerpt, suggestion: suggestions[0] ?? null, reopened: false },
      pageUrl: places.get(issue.id)?.places[0]?.url ?? "",
      pageCount: places.get(issue.id)?.pageCount ?? 0,
    };
  });
}
