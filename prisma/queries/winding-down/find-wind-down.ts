import type { Database, Transaction } from "#prisma/client.ts";
import { SERVICE_OPEN, type WindDown } from "#worker/core/winding-down/wind-down.ts";

/** Id of the only row. */
export const WIND_DOWN_ID = "service";

/** Returns how far the closing of the service is. Reads the database each time, so that a step holds at once in every process. */
export async function findWindDown(db: Database | Transaction): Promise<WindDown> {
  const row = await db.windDown.findUnique({ where: { id: WIND_DOWN_ID }, omit: { id: true } });
  return row ?? SERVICE_OPEN;
}
