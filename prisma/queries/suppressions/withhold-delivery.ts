import type { Database } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";

const DAY_MS = 86_400_000;
/** Mails that people themselves ask for, or need. One a day is tried. */
const ACCOUNT: ReadonlySet<DeliveryKind> = new Set([
  ...(["verification", "account_exists", "reset", "security_notice", "wind_down"] as const),
]);
/** Mails that others ask for: tried like account mails, unless the address complained. */
const FROM_OTHERS: ReadonlySet<DeliveryKind> = new Set(["recipient_confirmation", "invitation"]);

type Claimed = { id: string; kind: DeliveryKind; email: string };

/** Returns why a claimed mail must not be sent to its address now; null: it may be. The day's one account mail is noted. */
export async function withholdDelivery(db: Database, { id, kind, email }: Claimed, now: Date): Promise<string | null> {
  const suppression = await db.mailSuppression.findUnique({ where: { email } });
  if (!suppression?.active) return null;
  const isTried = ACCOUNT.has(kind) || (FROM_OTHERS.has(kind) && suppression.reason !== "complaint");
  if (!isTried) return `Not sent: this address is suppressed (${suppression.reason}).`;
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const { count } = await db.mailSuppression.updateMany({
    where: { email, OR: [{ triedAt: null }, { triedAt: { lte: dayAgo } }, { triedId: id }] },
    data: { triedAt: now, triedId: id },
  });
  return count > 0 ? null : `Not sent: this address is suppressed (${suppression.reason}), and one mail was tried today.`;
}
