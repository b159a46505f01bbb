import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";
import { readOnlyWords, salesEndedWords } from "#worker/core/winding-down/wind-down-words.ts";
import { findWindDown } from "./find-wind-down.ts";

/** Refuses a change after the service has ended. @throws DomainError `conflict` with the reason. */
export async function requireChangesTaken(db: Database | Transaction): Promise<void> {
  const state = await findWindDown(db);
  if (!windDownEffects(state.stage).takesChanges) throw new DomainError("conflict", readOnlyWords(state));
}

/** Refuses a purchase or a trial once the end of the service is announced. @throws DomainError `conflict` with the reason. */
export async function requireSales(db: Database | Transaction): Promise<void> {
  const state = await findWindDown(db);
  if (!windDownEffects(state.stage).sells) throw new DomainError("conflict", salesEndedWords(state));
}
