import type { Transaction } from "#prisma/client.ts";

/**
 * Ids of a Site's incomplete pages: `cutOff` were not read to the end, `unchecked` contain a Block that was not checked to its
 * end.
 */
export type IncompletePages = { cutOff: string[]; unchecked: string[] };

/** Finds the pages that may contain Issues not yet found. */
export async function findIncompletePages(tx: Transaction, siteId: string): Promise<IncompletePages> {
  const cutOff = await tx.$queryRaw<{ id: string }[]>`
    SELECT page."id" FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
    WHERE page."siteId" = ${siteId} AND snapshot."isTruncated"`;
  const blocks = await tx.$queryRaw<{ hash: string }[]>`
    SELECT "hash" FROM "Block" WHERE "siteId" = ${siteId} AND "checksVersion" IS NULL`;
  const unchecked =
    blocks.length === 0
      ? []
      : await findPagesWith(
          tx,
          siteId,
          blocks.map(({ hash }) => hash),
        );
  return { cutOff: cutOff.map(({ id }) => id), unchecked };
}

async function findPagesWith(tx: Transaction, siteId: string, hashes: string[]): Promise<string[]> {
  const pages = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT page."id" FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
      jsonb_to_recordset(snapshot."blocks") AS placed("hash" text)
    WHERE page."siteId" = ${siteId} AND placed."hash" = ANY(${hashes})`;
  return pages.map(({ id }) => id);
}
