import type { Database, Transaction } from "#prisma/client.ts";
import { withoutPossessive } from "#worker/core/checks/spelling/is-right.ts";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { plainWord } from "#worker/core/checks/spelling/tokenize.ts";
import { findStillPresent } from "../issues/find-still-present.ts";

type Wanted = { teamId: string; siteId: string | null; word: string; userId: string; now: Date };

/**
 * Removes a word from a Site's or Team's dictionary. Issues that it had closed reopen quietly if they are still on the site and
 * no other word covers them.
 */
export async function removeWord(db: Database, { userId, now, ...wanted }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { teamId, siteId } = wanted;
    const word = wanted.word.normalize("NFC").trim();
    const { count } = await tx.dictionaryWord.deleteMany({ where: { teamId, siteId, word } });
    if (count === 0) return;
    for (const { id, siteId: site, before } of await findUncovered(tx, { teamId, siteId, word })) {
      await tx.issue.update({ where: { id }, data: { state: before, fixedAt: null } });
      await tx.issueEvent.create({
        data: { siteId: site, issueId: id, kind: "undone", before: "fixed", quiet: true, userId, at: now },
      });
    }
  });
}

async function findUncovered(
  tx: Transaction,
  { teamId, siteId, word }: { teamId: string; siteId: string | null; word: string },
) {
  const of = { site: { teamId, ...(siteId ? { id: siteId } : {}) } };
  const closed = await tx.issue.findMany({
    where: { ...of, check: "spelling", state: "fixed", subject: withoutPossessive(plainWord(word)).toLowerCase() },
    select: {
      id: true,
      siteId: true,
      text: true,
      events: { orderBy: { id: "desc" }, take: 1, select: { kind: true, before: true } },
    },
  });
  const present = await findStillPresent(
    tx,
    closed.map(({ id }) => id),
  );
  const words = await tx.dictionaryWord.findMany({ where: { teamId }, select: { word: true, siteId: true } });
  return closed.flatMap(({ id, siteId: site, text, events: [last] }) => {
    const others = words.filter((other) => other.siteId === null || other.siteId === site).map((other) => other.word);
    if (last?.kind !== "taught" || !present.has(id) || makeIsTaught(others)({ check: "spelling", text })) return [];
    return [{ id, siteId: site, before: last.before ?? ("open" as const) }];
  });
}
