import type { Transaction } from "#prisma/client.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";

/** Returns the ids of those Issues whose link target the Site's owner ignores. */
export async function findIgnoredLinks(tx: Transaction, issueIds: string[], ignoredLinks: string[]): Promise<string[]> {
  if (issueIds.length === 0 || ignoredLinks.length === 0) return [];
  const isIgnored = makeIsIgnored(ignoredLinks);
  const issues = await tx.issue.findMany({
    where: { id: { in: issueIds }, check: "links" },
    select: { id: true, text: true },
  });
  return issues.filter(({ text }) => isIgnored(text)).map(({ id }) => id);
}
