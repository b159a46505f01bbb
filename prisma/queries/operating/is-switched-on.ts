import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { FEATURES, type FeatureName, SWITCHES, type SwitchName } from "#worker/core/operating/switches.ts";
import { windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";
import { crawlsEndedWords, signUpsEndedWords } from "#worker/core/winding-down/wind-down-words.ts";
import { findWindDown } from "../winding-down/find-wind-down.ts";

/**
 * Returns true if neither the operators nor the closing of the service has switched a part of it off. Reads the database each time, so that
 * a change holds at once.
 */
export async function isSwitchedOn(db: Database | Transaction, name: SwitchName): Promise<boolean> {
  return (await switchRefusal(db, name)) === null;
}

/** Refuses a request while a part of the service is off. @throws DomainError with the reason: `unavailable`, or `conflict` for good. */
export async function requireSwitchedOn(db: Database | Transaction, name: SwitchName): Promise<void> {
  const refusal = await switchRefusal(db, name);
  if (refusal?.isForGood) throw new DomainError("conflict", refusal.sentence);
  if (refusal) throw new DomainError("unavailable", refusal.sentence, { retryable: true });
}

/** Returns why a part of the service is off, for those who want it; null if it is on. */
export async function switchRefusal(
  db: Database | Transaction,
  name: SwitchName,
): Promise<{ sentence: string; isForGood: boolean } | null> {
  if (name !== "mails") {
    const state = await findWindDown(db);
    const { takesSignUps, crawls } = windDownEffects(state.stage);
    if (name === "sign_ups" && !takesSignUps) return { sentence: signUpsEndedWords(state), isForGood: true };
    if (name === "crawls" && !crawls) return { sentence: crawlsEndedWords(state), isForGood: true };
  }
  const row = await db.switch.findUnique({ where: { name }, select: { isOn: true } });
  return (row?.isOn ?? true) ? null : { sentence: SWITCHES[name].refusal, isForGood: false };
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
