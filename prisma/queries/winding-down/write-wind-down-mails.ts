import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { readableUntil, type WindDown } from "#worker/core/winding-down/wind-down.ts";
import type { WindDownNotice } from "#worker/core/winding-down/wind-down-notices.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";

const BATCH = 200;
const TRANSACTION_MS = 60_000;
const RUNNING = ["active", "trialing", "past_due"];

/** The owners of Teams, whose accounts are not about to be erased. */
const CUSTOMERS = { emailVerified: true, deletion: null, members: { some: { role: "owner" as const } } };

/** Returns how many people get the mails about the closing. */
export async function countWindDownReaders(db: Database): Promise<number> {
  return db.user.count({ where: CUSTOMERS });
}

/**
 * Mails every customer once about the closing: each owner of a Team, however many Teams. It may be repeated after an interruption. A postponed end is
 * news, and so is an announcement after one that was taken back. Returns the number of customers.
 */
export async function writeWindDownMails(
  db: Database,
  queue: Queue,
  { notice, state }: { notice: WindDownNotice; state: WindDown },
): Promise<number> {
  const until = readableUntil(state);
  if (!state.endsAt || !until || !state.announcedAt) throw new Error("no end of the service is announced");
  const payload = { notice, endsAt: state.endsAt.toISOString(), readableUntil: until.toISOString() };
  const occasion = `${notice}:${state.announcedAt.toISOString()}:${notice === "reminder" ? payload.endsAt : ""}`;
  let written = 0;
  for (let after = ""; ; ) {
    const users = await db.user.findMany({
      where: { ...CUSTOMERS, id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, email: true, members: { where: { role: "owner" }, select: { teamId: true } } },
    });
    const last = users.at(-1);
    if (!last) return written;
    const paying = await findPaying(
      db,
      users.flatMap(({ members }) => members.map(({ teamId }) => teamId)),
    );
    const write = async (tx: Parameters<typeof writeDelivery>[0]) => {
      for (const { id, email, members } of users) {
        const isPaying = members.some(({ teamId }) => paying.has(teamId));
        const dedupeKey = `wind_down:${occasion}:${id}`;
        await writeDelivery(tx, queue, {
          kind: "wind_down",
          email,
          siteId: null,
          dedupeKey,
          payload: { ...payload, isPaying },
        });
      }
    };
    await db.$transaction(write, { timeout: TRANSACTION_MS });
    written += users.length;
    after = last.id;
  }
}

async function findPaying(db: Database, teamIds: string[]): Promise<Set<string>> {
  const rows = await db.subscription.findMany({
    where: { teamId: { in: teamIds }, status: { in: RUNNING } },
    select: { teamId: true },
  });
  return new Set(rows.map(({ teamId }) => teamId));
}
