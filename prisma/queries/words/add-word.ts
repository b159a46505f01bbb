import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { type AddedWords, addWords } from "./add-words.ts";

/** `siteId` null adds the word for all Sites of the Team. */
type Wanted = { teamId: TeamScope; siteId: string | null; word: string; withEndings?: boolean; userId: string; now: Date };

/** Adds one word to a dictionary: see add-words.ts. */
export async function addWord(db: Database, { word, withEndings = false, ...wanted }: Wanted): Promise<AddedWords> {
  return addWords(db, { ...wanted, entries: [{ word, withEndings }] });
}
