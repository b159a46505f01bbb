import type { Database, Transaction } from "#prisma/client.ts";
import { type WindDownEffects, windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";
import { findWindDown } from "./find-wind-down.ts";

/** Returns which parts of the service still work. Reads the database each time, so that a step holds at once in every process. */
export async function findWindDownEffects(db: Database | Transaction): Promise<WindDownEffects> {
  return windDownEffects((await findWindDown(db)).stage);
}
