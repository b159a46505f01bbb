import type { Transaction } from "#prisma/client.ts";
import { storedBlockKind, toStoredJson } from "#prisma/stored-json.ts";
import type { HouseStyle } from "#worker/core/checks/style/house-style.ts";

/** Texts matched at a time: between two batches the process does other work. */
const BATCH = 1_000;

/**
 * Matches a Site's Blocks with the Team's rules, as far as they are not matched with this version of them. After a Crawl these are the new
 * ones; after a change of the rules, all.
 */
export async function matchStaleBlocks(tx: Transaction, siteId: string, { version, match }: HouseStyle): Promise<void> {
  if (version === null) {
    await tx.$executeRaw`
      UPDATE "Block" SET "styleVersion" = NULL, "styleMatches" = '[]' WHERE "siteId" = ${siteId} AND "styleVersion" IS NOT NULL`;
    return;
  }
  for (let after = ""; ; ) {
    const blocks = await tx.$queryRaw<{ hash: string; kind: string; text: string }[]>`
      SELECT "hash", "kind", "text" FROM "Block"
      WHERE "siteId" = ${siteId} AND "hash" > ${after} AND "styleVersion" IS DISTINCT FROM ${version}
      ORDER BY "hash" LIMIT ${BATCH}`;
    const rows = blocks.map(({ hash, kind, text }) => ({ hash, matches: match({ kind: storedBlockKind.parse(kind), text }) }));
    await tx.$executeRaw`
      UPDATE "Block" AS block SET "styleVersion" = ${version}, "styleMatches" = now."matches"
      FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS now("hash" text, "matches" jsonb)
      WHERE block."siteId" = ${siteId} AND block."hash" = now."hash"`;
    const last = blocks.at(-1);
    if (!last || blocks.length < BATCH) return;
    after = last.hash;
  }
}
