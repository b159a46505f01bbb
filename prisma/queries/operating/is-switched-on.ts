import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { FEATURES, type FeatureName, SWITCHES, type SwitchName } from "#worker/core/operating/switches.ts";

/** Returns true if the operators have not switched a part of the service off. Reads the database each time, so that a change holds at once. */
export async function isSwitchedOn(db: Database | Transaction, name: SwitchName): Promise<boolean> {
  const row = await db.switch.findUnique({ where: { name }, select: { isOn: true } });
  return row?.isOn ?? true;
}

/** Refuses a request while a part of the service is off. @throws DomainError `unavailable` with the reason. */
export async function requireSwitchedOn(db: Database | Transaction, name: SwitchName): Promise<void> {
  if (!(await isSwitchedOn(db, name))) throw new DomainError("unavailable", SWITCHES[name].refusal, { retryable: true });
}

/** Returns true if a Team has a feature: it is on for all, or for this Team. */
export async function hasFeature(
  db: Database | Transaction,
  { feature, teamId }: { feature: FeatureName; teamId: string },
): Promise<boolean> {
  const row = await db.switch.findUnique({ where: { name: feature }, select: { isOn: true, teamIds: true } });
  return row === null || row.isOn || row.teamIds.includes(teamId);
}

/** Refuses something to a Team that does not have a feature. @throws DomainError `forbidden` with the reason. */
export async function requireFeature(
  db: Database | Transaction,
  wanted: { feature: FeatureName; teamId: string },
): Promise<void> {
  if (!(await hasFeature(db, wanted))) throw new DomainError("forbidden", FEATURES[wanted.feature].refusal);
}
