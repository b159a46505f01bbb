import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { storedBlock } from "#prisma/stored-json.ts";
import { type Change, diffSnapshots } from "#worker/core/page/snapshot/diff-pages.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

type Wanted = { teamId: TeamScope; pageId: string; beforeId: string; afterId: string };

/** Returns the differences between two Snapshots of a Page; null when the Team's Page does not have both. */
export async function findPageChanges(db: Database, wanted: Wanted): Promise<Change | null> {
  const { teamId, pageId, beforeId, afterId } = wanted;
  const rows = await db.snapshot.findMany({
    where: { id: { in: [beforeId, afterId] }, pageId, page: { site: sitesOf(teamId) } },
    select: { id: true, title: true, lang: true, contentHash: true, blocks: true, page: { select: { siteId: true } } },
  });
  const before = rows.find((row) => row.id === beforeId);
  const after = rows.find((row) => row.id === afterId);
  if (!before || !after) return null;
  const [from, to] = [toSaid(before), toSaid(after)];
  const texts = await findTexts(db, before.page.siteId, differingHashes(from, to));
  return diffSnapshots(from, to, (hash) => texts.get(hash));
}

type SnapshotRow = { title: string; lang: string | null; blocks: unknown };
type Said = Parameters<typeof diffSnapshots>[0];

function toSaid({ title, lang, blocks }: SnapshotRow): Said {
  return { title, lang, blocks: z.array(storedBlock).parse(blocks) };
}

function differingHashes(one: Said, other: Said): string[] {
  const counted = new Map<string, number>();
  for (const { hash } of one.blocks) counted.set(hash, (counted.get(hash) ?? 0) + 1);
  for (const { hash } of other.blocks) counted.set(hash, (counted.get(hash) ?? 0) - 1);
  return [...counted].filter(([, count]) => count !== 0).map(([hash]) => hash);
}

async function findTexts(db: Database, siteId: string, hashes: string[]): Promise<Map<string, string>> {
  const blocks = await db.block.findMany({ where: { siteId, hash: { in: hashes } }, select: { hash: true, text: true } });
  return new Map(blocks.map((block) => [block.hash, block.text]));
}
