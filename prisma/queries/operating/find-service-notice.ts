import type { Database } from "#prisma/client.ts";

const WORDS: Readonly<Record<string, string>> = { crawls: "all crawls", mails: "all mails" };

/** Returns what the members of a Team must know: that an operator paused it and why, and what is stopped for everyone. */
export async function findServiceNotice(
  db: Database,
  teamId: string,
): Promise<{ held: { reason: string | null } | null; stopped: string[] }> {
  const [team, off] = await Promise.all([
    db.team.findUnique({ where: { id: teamId }, select: { heldAt: true, heldReason: true } }),
    db.switch.findMany({
      where: { name: { in: Object.keys(WORDS) }, isOn: false },
      orderBy: { name: "asc" },
      select: { name: true },
    }),
  ]);
  return {
    held: team?.heldAt ? { reason: team.heldReason } : null,
    stopped: off.flatMap(({ name }) => WORDS[name] ?? []),
  };
}
