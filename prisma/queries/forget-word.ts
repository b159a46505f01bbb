import type { Database } from "../client.ts";

type Wanted = { teamId: string; siteId: string | null; word: string; userId: string; now: Date };

/** Takes a word out of a Site's or Team's dictionary. Issues that were closed because of it, and still stand on the site, open again quietly. */
export async function forgetWord(db: Database, { teamId, siteId, word, userId, now }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.dictionaryWord.deleteMany({ where: { teamId, siteId, word: word.normalize("NFC").trim() } });
    if (count === 0) return;
    const closed = await tx.issue.findMany({
      where: {
        site: { teamId, ...(siteId ? { id: siteId } : {}) },
        check: "spelling",
        state: "fixed",
        subject: word.toLowerCase(),
        occurrences: { some: {} },
      },
      select: { id: true, siteId: true, events: { orderBy: { id: "desc" }, take: 1, select: { kind: true, before: true } } },
    });
    const reopened = closed.filter((issue) => issue.events[0]?.kind === "taught");
    for (const issue of reopened) {
      const state = issue.events[0]?.before ?? "open";
      await tx.issue.update({ where: { id: issue.id }, data: { state, fixedAt: null } });
      await tx.issueEvent.create({
        data: { siteId: issue.siteId, issueId: issue.id, kind: "undone", before: "fixed", quiet: true, userId, at: now },
      });
    }
  });
}
