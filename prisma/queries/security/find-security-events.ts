import type { Database } from "../../client.ts";
import type { SecurityEventKind } from "../../generated/enums.ts";

export type SecurityEventView = {
  id: string;
  kind: SecurityEventKind;
  at: Date;
  network: string | null;
  device: string | null;
  detail: string | null;
};

type Wanted = { userId: string; skip: number; take: number };

/** Returns one page of a user's security events, newest first, and the total number. */
export async function findSecurityEvents(
  db: Database,
  { userId, skip, take }: Wanted,
): Promise<{ total: number; events: SecurityEventView[] }> {
  const [total, events] = await Promise.all([
    db.securityEvent.count({ where: { userId } }),
    db.securityEvent.findMany({
      where: { userId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip,
      take,
      select: { id: true, kind: true, at: true, network: true, device: true, detail: true },
    }),
  ]);
  return { total, events };
}
