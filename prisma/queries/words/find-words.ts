import type { Database } from "#prisma/client.ts";

export type WordView = { id: string; word: string; siteId: string | null; createdAt: Date };

/** Returns the words that a Site's checks accept, its own and the Team's, in alphabetical order. */
export async function findWords(db: Database, { teamId, siteId }: { teamId: string; siteId: string }): Promise<WordView[]> {
  const words = await db.dictionaryWord.findMany({
    where: { teamId, OR: [{ siteId }, { siteId: null }] },
    select: { id: true, word: true, siteId: true, createdAt: true },
  });
  const order = new Intl.Collator("en");
  return words.sort((one, other) => order.compare(one.word, other.word));
}
