import { findApiWord, findApiWords } from "#prisma/queries/api/find-api-words.ts";
import { addWords as add } from "#prisma/queries/words/add-words.ts";
import type { WordView } from "#prisma/queries/words/find-words.ts";
import { removeWord as remove } from "#prisma/queries/words/remove-word.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { WORD_OPERATIONS } from "#worker/core/api/contracts/word-operations.ts";
import { DomainError } from "#worker/core/errors.ts";
import { seesAllSites } from "#worker/core/people/team-scope.ts";
import { apiOperation } from "../api-operation.ts";
import { noteApiActivity } from "../note-api-activity.ts";

const ofSite = (siteId: string | null) => (siteId === null ? {} : { siteId });

function toApi({ createdAt, ...word }: WordView) {
  return { ...word, addedAt: createdAt.toISOString() };
}

export const listWords = apiOperation(
  WORD_OPERATIONS.listWords,
  async ({ db }, { caller: { teamId }, query: { siteId = null, limit, cursor = null } }) => {
    const rows = await findApiWords(db, { teamId, siteId, after: cursor, take: limit + 1 });
    return toPage(rows.map(toApi), limit);
  },
);

export const addWords = apiOperation(WORD_OPERATIONS.addWords, async (dependencies, { caller, body }) => {
  const { siteId, words: entries } = body;
  const { teamId, userId } = caller;
  if (siteId === null && !seesAllSites(teamId))
    throw new DomainError("forbidden", "This token covers some of the team’s sites only. Send the siteId of one of them.");
  const { db, now } = dependencies;
  const { added, known, closed } = await add(db, { teamId, siteId, entries, userId, now });
  if (added > 0) await noteApiActivity(dependencies, caller, { kind: "words_added", ...ofSite(siteId), detail: String(added) });
  return { added, known, issuesClosed: closed };
});

export const removeWord = apiOperation(WORD_OPERATIONS.removeWord, async (dependencies, { caller, params: { wordId } }) => {
  const { db, now } = dependencies;
  const { teamId, userId } = caller;
  const found = await findApiWord(db, { teamId, wordId });
  const isRemoved = found && (await remove(db, { teamId, siteId: found.siteId, word: found.word, userId, now }));
  if (!isRemoved) throw new DomainError("not-found", "Your dictionaries have no such word.");
  await noteApiActivity(dependencies, caller, { kind: "words_removed", ...ofSite(found.siteId), detail: "1" });
  return null;
});
