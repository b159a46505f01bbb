import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { recordActivity } from "../people/record-activity.ts";
import { type Acting, recordOperatorAction } from "./record-operator-action.ts";

/** A Team, or one of its Sites. */
type Target = { teamId: string; siteId: string | null };

/**
 * Pauses a Site or all Sites of a Team: stops their Crawls under way and starts none until an operator resumes it. The Team sees the reason.
 * The pause of an owner or a Plan is independent. A repetition changes the reason. @throws DomainError `not-found`.
 */
export async function hold(
  db: Database,
  { teamId, siteId, reason, ...acting }: Acting & Target & { reason: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { name, before } = await lockTarget(tx, { teamId, siteId });
    const data = { heldAt: acting.now, heldReason: reason };
    if (siteId === null) await tx.team.update({ where: { id: teamId }, data });
    else await tx.site.update({ where: { id: siteId }, data });
    await note(tx, { ...acting, teamId, siteId, reason, subject: name, before, after: "paused" });
  });
  // Afterwards, so that none starts meanwhile, and so that a worker that records its Crawl cannot deadlock with the change above.
  await stopCrawls(db, { teamId, siteId, now: acting.now });
}

/** Resumes what an operator has paused. Crawls that are overdue start at once. @throws DomainError `not-found`. */
export async function release(db: Database, { teamId, siteId, ...acting }: Acting & Target): Promise<void> {
  await db.$transaction(async (tx) => {
    const { name, before } = await lockTarget(tx, { teamId, siteId });
    if (before === RUNNING) return;
    const data = { heldAt: null, heldReason: null };
    if (siteId === null) await tx.team.update({ where: { id: teamId }, data });
    else await tx.site.update({ where: { id: siteId }, data });
    await note(tx, { ...acting, teamId, siteId, reason: "", subject: name, before, after: RUNNING });
  });
}

const RUNNING = "running";

async function lockTarget(tx: Transaction, { teamId, siteId }: Target): Promise<{ name: string; before: string }> {
  const [row] =
    siteId === null
      ? await tx.$queryRaw<{ name: string; heldReason: string | null; heldAt: Date | null }[]>`
          SELECT "name", "heldAt", "heldReason" FROM "Team" WHERE "id" = ${teamId} FOR NO KEY UPDATE`
      : await tx.$queryRaw<{ name: string; heldReason: string | null; heldAt: Date | null }[]>`
          SELECT "name", "heldAt", "heldReason" FROM "Site" WHERE "id" = ${siteId} AND "teamId" = ${teamId} FOR NO KEY UPDATE`;
  if (!row) throw new DomainError("not-found", "There is no such team or site any more.");
  return { name: row.name, before: row.heldAt === null ? RUNNING : `paused (${row.heldReason ?? ""})` };
}

/** Stops what is queued or under way. Its worker notices within seconds, and what was read stays read. */
async function stopCrawls(db: Database, { teamId, siteId, now }: Target & { now: Date }): Promise<void> {
  await db.crawl.updateMany({
    where: { state: { in: ["queued", "running"] }, site: siteId === null ? { teamId } : { id: siteId, teamId } },
    data: { state: "cancelled", finishedAt: now, leaseUntil: null, waitsFor: null },
  });
}

type Noted = Acting & Target & { reason: string; subject: string; before: string; after: string };

/** Writes the same to the operators' log and to the Team's list of activities. */
async function note(tx: Transaction, { teamId, siteId, reason, ...noted }: Noted): Promise<void> {
  const isHeld = noted.after !== RUNNING;
  const about = siteId === null ? { teamId } : { teamId, siteId };
  const ofTeam = isHeld ? ("team_held" as const) : ("team_released" as const);
  const ofSite = isHeld ? ("site_held" as const) : ("site_released" as const);
  await recordOperatorAction(tx, { ...noted, ...about, reason, kind: siteId === null ? ofTeam : ofSite });
  const kind = siteId === null ? (`operator_${ofTeam}` as const) : (`operator_${ofSite}` as const);
  await recordActivity(tx, { ...about, userId: null, kind, detail: reason, now: noted.now });
}
