/** Codes about the recipient's address: unknown mailbox or domain, bad syntax, moved, no mail server, disabled (RFC 3463, 7505). */
const ADDRESS_CODES: ReadonlySet<string> = new Set(["1.1", "1.2", "1.3", "1.6", "1.10", "2.1"]);
/** Codes about us and our message: its sender, size, protocol, content, and policy. */
const OWN_CODES = /^(?:1\.[78]|3\.4|[567]\.\d+)$/;
const STATUS = /^([45])\.(\d{1,3}\.\d{1,3})$/;
const REPLY = /^([45])\d\d(?:[ -]+([45]\.\d{1,3}\.\d{1,3})(?![.\d]))?/;

/** Returns what an enhanced status code such as "5.1.1" says of the recipient's address; null: nothing. */
export function statusKind(status: string): "hard" | "soft" | null {
  const [, failure, code = ""] = STATUS.exec(status.trim()) ?? [];
  if (failure === undefined || OWN_CODES.test(code)) return null;
  return failure === "5" && ADDRESS_CODES.has(code) ? "hard" : "soft";
}

/** Returns the same for a server's reply, such as "550 5.1.1 No such user". One without a status code may mean anything: it is soft. */
export function replyKind(reply: string): "hard" | "soft" | null {
  const [isFailure, , status] = REPLY.exec(reply.trim()) ?? [];
  if (isFailure === undefined) return null;
  return status === undefined ? "soft" : statusKind(status);
}
