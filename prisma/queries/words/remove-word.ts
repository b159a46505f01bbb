import type { Database } from "#prisma/client.ts";
import { withoutPossessive } from "#worker/core/checks/spelling/is-right.ts";
import { plainWord } from "#worker/core/checks/spelling/tokenize.ts";
import { withEndings } from "#worker/core/checks/spelling/word-endings.ts";
import { allowsSite, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { reopenUncovered } from "./reopen-uncovered.ts";

type Wanted = { teamId: TeamScope; siteId: string | null; word: string; userId: string; now: Date };

/**
 * Removes a word from a Site's or Team's dictionary. Issues that it had closed reopen quietly if they are still on the site and
 * no other word covers them. Returns false if there was no such word.
 */
export async function removeWord(db: Database, { userId, now, ...wanted }: Wanted): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { siteId } = wanted;
    const teamId = teamOf(wanted.teamId);
    if (siteId !== null && !allowsSite(wanted.teamId, siteId)) return false;
    const word = wanted.word.normalize("NFC").trim();
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
    const { count } = await tx.dictionaryWord.deleteMany({ where: { teamId, siteId, word } });
    if (count === 0) return false;
    const subjects = withEndings(word).map((form) => withoutPossessive(plainWord(form)).toLowerCase());
    const closed = await tx.issue.findMany({
      where: {
        ...{ site: { teamId, ...(siteId ? { id: siteId } : {}) }, check: "spelling", state: "fixed" },
        subject: { in: [...new Set(subjects)] },
      },
      select: { id: true, siteId: true, text: true },
    });
    await reopenUncovered(tx, { teamId, closed, userId, now });
    return true;
  });
}
