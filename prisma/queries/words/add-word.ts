import type { Database, Transaction } from "#prisma/client.ts";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { LONGEST_WORD } from "#worker/core/view/word-list.ts";

/** `siteId` null adds the word for all Sites of the Team. */
type Wanted = { teamId: string; siteId: string | null; word: string; userId: string; now: Date };

/**
 * Adds a word to a Site's or Team's dictionary and quietly closes spelling Issues about it. Adding it again changes nothing.
 * @throws DomainError `invalid-input` if it is not a word, `not-found` when the Team has no such Site.
 */
export async function addWord(db: Database, { teamId, siteId, userId, now, ...wanted }: Wanted): Promise<void> {
  const word = wanted.word.normalize("NFC").trim();
  if (word === "" || word.length > LONGEST_WORD || /\s/u.test(word))
    throw new DomainError("invalid-input", `Enter a single word of at most ${LONGEST_WORD} characters.`);
  await db.$transaction(async (tx) => {
    await requireSite(tx, teamId, siteId);
    // The unique key does not cover a null site, so the Team's row serves as the lock.
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
    const known = await tx.dictionaryWord.findFirst({ where: { teamId, siteId, word }, select: { id: true } });
    if (!known) await tx.dictionaryWord.create({ data: { teamId, siteId, word, userId, createdAt: now } });
    await closeTaught(tx, { teamId, siteId, word, userId, now });
  });
}

async function requireSite(tx: Transaction, teamId: string, siteId: string | null): Promise<void> {
  if (siteId === null) return;
  const site = await tx.site.findFirst({ where: { id: siteId, teamId }, select: { id: true } });
  if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
}

async function closeTaught(tx: Transaction, { teamId, siteId, word, userId, now }: Wanted): Promise<void> {
  const issues = await tx.$queryRaw<{ id: string; siteId: string; text: string; state: IssueState }[]>`
    SELECT issue."id", issue."siteId", issue."text", issue."state"::text AS "state"
    FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
    WHERE site."teamId" = ${teamId} AND (${siteId}::text IS NULL OR site."id" = ${siteId})
      AND issue."check" = 'spelling' AND issue."state" IN ('open', 'reopened', 'unconfirmed', 'recurring')
    ORDER BY issue."id" FOR UPDATE OF issue`;
  const isTaught = makeIsTaught([word]);
  const taught = issues.filter(({ text }) => isTaught({ check: "spelling", text }));
  await tx.issue.updateMany({ where: { id: { in: taught.map(({ id }) => id) } }, data: { state: "fixed", fixedAt: now } });
  await tx.issueEvent.createMany({
    data: taught.map((issue) => ({
      siteId: issue.siteId,
      issueId: issue.id,
      kind: "taught" as const,
      before: issue.state,
      quiet: true,
      userId,
      at: now,
    })),
  });
}
