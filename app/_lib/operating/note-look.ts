import "server-only";
import { recordLook } from "#prisma/queries/operating/record-look.ts";
import { getDatabase } from "../database.ts";
import type { Operator } from "../session/operator.ts";
import { acting } from "./acting.ts";

/** Notes that an operator looks into a Team, before anything of it is shown. @throws if it cannot be noted: then nothing is shown. */
export async function noteLook(operator: Operator, team: { teamId: string; name: string }): Promise<void> {
  await recordLook(getDatabase(), { ...acting(operator), ...team });
}
