import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import type { Inheritance } from "#worker/core/issues/inherit-identity.ts";

/**
 * Records under which fingerprints known Issues go on. Issues that turned out to be one leave their history to the one that stays, and are
 * deleted, before another takes their fingerprint.
 */
export async function recordIdentities(tx: Transaction, { renamed, merged }: Inheritance): Promise<void> {
  if (merged.size > 0) {
    const rows = [...merged].map(([id, into]) => ({ id, into }));
    await tx.$executeRaw`
      UPDATE "IssueEvent" AS event SET "issueId" = one."into"
      FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS one("id" text, "into" text) WHERE event."issueId" = one."id"`;
    await tx.$executeRaw`
      UPDATE "IgnoreRule" AS rule SET "issueId" = one."into"
      FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS one("id" text, "into" text) WHERE rule."issueId" = one."id"`;
    await tx.issue.deleteMany({ where: { id: { in: [...merged.keys()] } } });
  }
  if (renamed.size === 0) return;
  const rows = [...renamed].map(([id, fingerprint]) => ({ id, fingerprint }));
  // In two steps, because one Issue may take the fingerprint that another one leaves.
  await tx.$executeRaw`UPDATE "Issue" SET "fingerprint" = 'renamed ' || "id" WHERE "id" = ANY(${rows.map(({ id }) => id)})`;
  await tx.$executeRaw`
    UPDATE "Issue" AS issue SET "fingerprint" = one."fingerprint"
    FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS one("id" text, "fingerprint" text) WHERE issue."id" = one."id"`;
}
