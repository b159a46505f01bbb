import type { Database, Transaction } from "../../client.ts";
import type { SecurityEventKind } from "../../generated/enums.ts";

export type { SecurityEventKind };

/** Source of a request as logged: a shortened network address, and the browser in words. */
export type EventSource = { network: string | null; device: string | null };

export type NewSecurityEvent = {
  /** Null if the account is unknown. */
  userId: string | null;
  kind: SecurityEventKind;
  source: EventSource;
  /** Subject of the event, such as the name of a Site. Never a secret or an e-mail address. */
  detail?: string;
  now: Date;
};

const DETAIL_MAX = 200;

/** Adds an event to the security log, in the caller's transaction if there is one. Events are never changed. */
export async function recordSecurityEvent(
  db: Database | Transaction,
  { userId, kind, source, detail, now }: NewSecurityEvent,
): Promise<void> {
  const { network, device } = source;
  await db.securityEvent.create({
    data: { userId, kind, at: now, network, device, detail: detail?.slice(0, DETAIL_MAX) ?? null },
  });
}
