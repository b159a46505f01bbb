/** Codes about the recipient's address: unknown mailbox or domain, bad syntax, moved, no mail server, disabled (RFC 3463, 7505). */
const ADDRESS_CODES: ReadonlySet<string> = new Set(["1.1", "1.2", "1.3", "1.6", "1.10", "2.1"]);
/** Codes about us, our message or a mail system: sender, size, protocol, content, policy. */
const OWN_CODES = /^(?:1\.[78]|[3567]\.\d+)$/;
const STATUS = /^([45])\.(\d{1,3}\.\d{1,3})$/;
const REPLY = /^[45]\d\d[ -]+([45]\.\d{1,3}\.\d{1,3})(?![.\d])/;

/** Returns what an enhanced status code such as "5.1.1" says of the recipient's address; null: nothing. */
export function statusKind(status: string): "hard" | "soft" | null {
  const [, failure, code = ""] = STATUS.exec(status.trim()) ?? [];
  if (failure === undefined || OWN_CODES.test(code)) return null;
  return failure === "5" && ADDRESS_CODES.has(code) ? "hard" : "soft";
}

/**
 * Returns the same for a server's reply, such as "550 5.1.1 No such user". A reply without a status code says nothing: it may be about us,
 * and the same for everybody.
 */
export function replyKind(reply: string): "hard" | "soft" | null {
  const status = replyStatus(reply);
  return status === null ? null : statusKind(status);
}

/** Returns the status code in a reply (RFC 2034); null if it has none. */
export function replyStatus(reply: string): string | null {
  return REPLY.exec(reply.trim())?.[1] ?? null;
}
