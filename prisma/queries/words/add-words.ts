import { randomUUID } from "node:crypto";
import type { Database, Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { UUID_7 } from "#prisma/uuid-7.ts";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { acceptedWords, type DictionaryEntry } from "#worker/core/checks/spelling/word-endings.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { seesAllSites, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { LONGEST_WORD } from "#worker/core/view/words/word-list.ts";

import { sitesOf } from "../sites/site-filter.ts";

/** `siteId` null adds the words for all Sites of the Team. */
type Wanted = { teamId: TeamScope; siteId: string | null; entries: readonly DictionaryEntry[]; userId: string; now: Date };
/** `added`: new words, or known ones that have endings now. `closed`: Issues about them. */
export type AddedWords = { decisionId: string; added: number; known: number; closed: number };

/** Most words of a Team, its Sites' included. */
const MOST_OF_TEAM = 200_000;
/** Rows per statement. */
const BATCH = 2_000;
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/**
 * Adds words to a Site's or Team's dictionary in one transaction, and quietly closes spelling Issues about them. Words that are there already
 * change nothing, unless they get endings. All of it can be undone by the decision's id: see undo-words.ts.
 * @throws DomainError `invalid-input` if one is no word, `not-found` for a foreign Site, `forbidden` for all Sites by whoever sees some, `plan-limit`.
 */
export async function addWords(
  db: Database,
  { teamId: scope, siteId, userId, now, entries: typed }: Wanted,
): Promise<AddedWords> {
  const entries = onePerWord(typed);
  if (entries.some(({ word }) => word === "" || word.length > LONGEST_WORD || /\s/u.test(word)))
    throw new DomainError("invalid-input", `Enter single words of at most ${LONGEST_WORD} characters.`);
  return db.$transaction(async (tx) => {
    const teamId = teamOf(scope);
    await requireSite(tx, scope, siteId);
    // The unique key does not cover a null site, so the Team's row serves as the lock.
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
    const decisionId = randomUUID();
    const known = new Map(
      (await tx.dictionaryWord.findMany({ where: { teamId, siteId }, select: { word: true, withEndings: true } })).map(
        (one) => [one.word, one.withEndings],
      ),
    );
    const fresh = entries.filter(({ word }) => !known.has(word));
    const extended = entries.filter(({ word, withEndings }) => withEndings && known.get(word) === false);
    const count = await tx.dictionaryWord.count({ where: { teamId } });
    if (count + fresh.length > MOST_OF_TEAM)
      throw new DomainError(
        "plan-limit",
        `Your dictionaries can have ${formatCount(MOST_OF_TEAM)} words; they have ${formatCount(count)}. Remove words, or add fewer.`,
      );
    // One statement for all: twenty thousand words in a second.
    await tx.$executeRaw`
      INSERT INTO "DictionaryWord" ("id", "teamId", "siteId", "word", "withEndings", "userId", "createdAt", "decisionId")
      SELECT ${UUID_7}, ${teamId}, ${siteId}, new."word", new."withEndings", ${userId}, ${now}, ${decisionId}
      FROM jsonb_to_recordset(${toStoredJson(fresh)}::jsonb) AS new("word" text, "withEndings" boolean)
      ON CONFLICT DO NOTHING`;
    for (const batch of inBatches(extended))
      await tx.dictionaryWord.updateMany({
        where: { teamId, siteId, word: { in: batch.map(({ word }) => word) } },
        data: { withEndings: true, endingsDecisionId: decisionId },
      });
    const closed = await closeTaught(tx, { teamId, siteId, words: acceptedWords(entries), userId, now, decisionId });
    const added = fresh.length + extended.length;
    return { decisionId, added, known: entries.length - added, closed };
  }, TRANSACTION);
}

/** Returns each word once, with endings if one of its entries has them. */
function onePerWord(typed: readonly DictionaryEntry[]): DictionaryEntry[] {
  const entries = new Map<string, boolean>();
  for (const { word: raw, withEndings } of typed) {
    const word = raw.normalize("NFC").trim();
    entries.set(word, withEndings || entries.get(word) === true);
  }
  return [...entries].map(([word, withEndings]) => ({ word, withEndings }));
}

async function requireSite(tx: Transaction, teamId: TeamScope, siteId: string | null): Promise<void> {
  if (siteId === null) {
    if (seesAllSites(teamId)) return;
    throw new DomainError("forbidden", "You look after some of this team's sites only. Add the words to one of them.");
  }
  const site = await tx.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: { id: true } });
  if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
}

type Taught = Omit<Wanted, "entries"> & { words: readonly string[]; decisionId: string };

async function closeTaught(tx: Transaction, { teamId, siteId, words, userId, now, decisionId }: Taught): Promise<number> {
  const issues = await tx.$queryRaw<{ id: string; siteId: string; text: string; state: IssueState }[]>`
    SELECT issue."id", issue."siteId", issue."text", issue."state"::text AS "state"
    FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
    WHERE site."teamId" = ${teamId} AND (${siteId}::text IS NULL OR site."id" = ${siteId})
      AND issue."check" = 'spelling' AND issue."state" IN ('open', 'reopened', 'unconfirmed', 'recurring')
    ORDER BY issue."id" FOR UPDATE OF issue`;
  const isTaught = makeIsTaught(words);
  const taught = issues.filter(({ text }) => isTaught({ check: "spelling", text }));
  for (const batch of inBatches(taught)) {
    const ids = batch.map(({ id }) => id);
    await tx.issue.updateMany({ where: { id: { in: ids } }, data: { state: "fixed", fixedAt: now } });
    await tx.issueEvent.createMany({
      data: batch.map((issue) => ({
        ...{ siteId: issue.siteId, issueId: issue.id, kind: "taught" as const, before: issue.state },
        ...{ quiet: true, userId, at: now, decisionId },
      })),
    });
  }
  return taught.length;
}

function inBatches<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}
