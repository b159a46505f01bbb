import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type Acting, recordOperatorAction } from "./record-operator-action.ts";

type NewIncident = Acting & { text: string; startsAt: Date; endsAt: Date | null };

const GONE = "This incident is no longer in the list.";
const timeWords = (at: Date | null) => (at ? `${at.toISOString().slice(0, 16).replace("T", " ")} UTC` : "open");

/** Announces an incident on the status page. */
export async function announceIncident(db: Database, { operator, now, ...incident }: NewIncident): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.incident.create({ data: { ...incident, createdAt: now } });
    const after = `from ${timeWords(incident.startsAt)}, until ${timeWords(incident.endsAt)}`;
    await recordOperatorAction(tx, { operator, now, kind: "incident_announced", subject: incident.text, after });
  });
}

/** Says that an incident is over. @throws DomainError `not-found`. */
export async function endIncident(db: Database, { operator, now, incidentId }: Acting & { incidentId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const incident = await tx.incident.findUnique({ where: { id: incidentId } });
    if (!incident) throw new DomainError("not-found", GONE);
    const endsAt = incident.startsAt > now ? incident.startsAt : now;
    await tx.incident.update({ where: { id: incidentId }, data: { endsAt } });
    const change = { before: timeWords(incident.endsAt), after: timeWords(endsAt) };
    await recordOperatorAction(tx, { operator, now, kind: "incident_ended", subject: incident.text, ...change });
  });
}

/** Takes an incident back that was announced by mistake. @throws DomainError `not-found`. */
export async function withdrawIncident(
  db: Database,
  { operator, now, incidentId }: Acting & { incidentId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ text: string }[]>`DELETE FROM "Incident" WHERE "id" = ${incidentId} RETURNING "text"`;
    if (!gone) throw new DomainError("not-found", GONE);
    await recordOperatorAction(tx, { operator, now, kind: "incident_withdrawn", subject: gone.text });
  });
}
