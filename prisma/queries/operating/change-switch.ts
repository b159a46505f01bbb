import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type FeatureName, type SwitchName, switchWords } from "#worker/core/operating/switches.ts";
import { type Acting, recordOperatorAction } from "./record-operator-action.ts";

type Change = Acting & { name: SwitchName | FeatureName; isOn: boolean; reason: string };

const words = (isOn: boolean) => (isOn ? "on" : "off");

/** Switches a part of the service on or off for everyone. Every process sees it with its next look. A repetition changes nothing. */
export async function changeSwitch(db: Database, { operator, now, name, isOn, reason }: Change): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await lockSwitch(tx, name, now);
    if (before.isOn === isOn) return;
    await tx.switch.update({ where: { name }, data: { isOn, changedAt: now } });
    const subject = switchWords(name).label;
    const change = { before: words(before.isOn), after: words(isOn) };
    await recordOperatorAction(tx, { operator, now, kind: "switched", subject, reason, ...change });
  });
}

type Grant = Acting & { feature: FeatureName; teamId: string; hasIt: boolean };

/** Gives a Team a feature that is off for others, or takes it back. @throws DomainError `not-found`. */
export async function grantFeature(db: Database, { operator, now, feature, teamId, hasIt }: Grant): Promise<void> {
  await db.$transaction(async (tx) => {
    const team = await tx.team.findUnique({ where: { id: teamId }, select: { name: true } });
    if (!team) throw new DomainError("not-found", "There is no such team any more.");
    const { teamIds } = await lockSwitch(tx, feature, now);
    if (teamIds.includes(teamId) === hasIt) return;
    const after = hasIt ? [...teamIds, teamId] : teamIds.filter((id) => id !== teamId);
    await tx.switch.update({ where: { name: feature }, data: { teamIds: after, changedAt: now } });
    const has = (name: string | false) => (name ? `also “${name}”` : `not “${team.name}”`);
    const change = { before: has(!hasIt && team.name), after: has(hasIt && team.name) };
    const subject = switchWords(feature).label;
    await recordOperatorAction(tx, { operator, now, kind: "feature_given", subject, teamId, ...change });
  });
}

/** Locks a switch until the transaction ends, so that the log has each change once, and returns its state. */
async function lockSwitch(tx: Transaction, name: string, now: Date): Promise<{ isOn: boolean; teamIds: string[] }> {
  await tx.switch.createMany({ data: [{ name, isOn: true, changedAt: now }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "Switch" WHERE "name" = ${name} FOR UPDATE`;
  return tx.switch.findUniqueOrThrow({ where: { name }, select: { isOn: true, teamIds: true } });
}
