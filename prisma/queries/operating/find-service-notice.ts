import type { Database } from "#prisma/client.ts";
import { windDownNotice } from "#worker/core/winding-down/wind-down-words.ts";
import { findWindDown } from "../winding-down/find-wind-down.ts";

const WORDS: Readonly<Record<string, string>> = { crawls: "all crawls", mails: "all mails" };

/** Returns what the members of a Team must know: that the service closes, that an operator paused it and why, and what is stopped for everyone. */
export async function findServiceNotice(
  db: Database,
  teamId: string,
): Promise<{
  closing: { title: string; text: string } | null;
  held: { reason: string | null } | null;
  stopped: string[];
}> {
  const [state, team, off] = await Promise.all([
    findWindDown(db),
    db.team.findUnique({ where: { id: teamId }, select: { heldAt: true, heldReason: true } }),
    db.switch.findMany({
      where: { name: { in: Object.keys(WORDS) }, isOn: false },
      orderBy: { name: "asc" },
      select: { name: true },
    }),
  ]);
  return {
    closing: windDownNotice(state),
    held: team?.heldAt ? { reason: team.heldReason } : null,
    stopped: off.flatMap(({ name }) => WORDS[name] ?? []),
  };
}
