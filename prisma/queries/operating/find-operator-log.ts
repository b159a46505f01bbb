import type { Database } from "#prisma/client.ts";
import type { OperatorAction } from "#prisma/generated/client.ts";

/** Returns one stretch of the operators' log, newest first, and the number of all entries. */
export async function findOperatorLog(
  db: Database,
  { skip, take }: { skip: number; take: number },
): Promise<{ entries: OperatorAction[]; total: number }> {
  const [entries, total] = await Promise.all([
    db.operatorAction.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], skip, take }),
    db.operatorAction.count(),
  ]);
  return { entries, total };
}
