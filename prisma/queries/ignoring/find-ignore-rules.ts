import type { Transaction } from "#prisma/client.ts";
import type { IgnoreRule } from "#worker/core/issues/ignore-rules.ts";

/** Returns a Site's IgnoreRules, oldest first. The caller has locked the Site's Issues: see lock-site-issues.ts. */
export async function findIgnoreRules(tx: Transaction, siteId: string): Promise<IgnoreRule[]> {
  const rules = await tx.ignoreRule.findMany({
    where: { siteId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, scope: true, issueId: true, rule: true, target: true, page: { select: { url: true } } },
  });
  return rules.map(({ page, ...rule }) => ({ ...rule, url: page?.url ?? null }));
}
