import type { Transaction } from "../../client.ts";
import type { Queue } from "../../queue.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import type { EventSource } from "./record-security-event.ts";

/** Kind of a mail to a user about their account. */
export type SecurityNotice = "password_changed" | "two_factor_off" | "codes_refused";

type Wanted = { userId: string; notice: SecurityNotice; source: EventSource; now: Date };

const MINUTE_MS = 60_000;
/** Shortest time between two mails of a kind, so that repeated wrong codes cause one mail an hour. */
const PAUSE_MS: Record<SecurityNotice, number> = {
  password_changed: MINUTE_MS,
  two_factor_off: MINUTE_MS,
  codes_refused: 60 * MINUTE_MS,
};

/** Writes a mail that informs a user of a change to their account, in the transaction that makes the change. */
export async function writeSecurityNotice(
  tx: Transaction,
  queue: Queue,
  { userId, notice, source, now }: Wanted,
): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (!user) return;
  const moment = Math.floor(now.getTime() / PAUSE_MS[notice]);
  await writeDelivery(tx, queue, {
    kind: "security_notice",
    email: user.email,
    siteId: null,
    dedupeKey: `security_notice:${notice}:${userId}:${moment}`,
    payload: { notice, at: now.toISOString(), device: source.device, network: source.network },
  });
}
