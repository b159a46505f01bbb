import type { Database } from "#prisma/client.ts";
import { isFileOfPage } from "#worker/core/checks/links/link-use.ts";

/** Targets that are looked up with one query. */
const BATCH = 500;

type Use = { url: string; element: string; rel: string | null };

/** Returns those of the link targets that a Site's current pages load by themselves. */
export async function findFilesOfPages(db: Database, siteId: string, targets: string[]): Promise<Set<string>> {
  const files = new Set<string>();
  for (let index = 0; index < targets.length; index += BATCH) {
    const wanted = targets.slice(index, index + BATCH);
    const uses = await db.$queryRaw<Use[]>`
      SELECT DISTINCT link->>'url' AS "url", link->>'element' AS "element", link->>'rel' AS "rel"
      FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId", jsonb_array_elements(snapshot."links") AS link
      WHERE page."siteId" = ${siteId} AND snapshot."targets" && ${wanted} AND link->>'url' = ANY(${wanted})`;
    for (const use of uses) if (isFileOfPage(use)) files.add(use.url);
  }
  return files;
}
