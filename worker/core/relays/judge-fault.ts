import { replyKind, replyStatus } from "../mail-events/status-kind.ts";

/** A failed conversation with a mail server. */
export type SmtpFault = {
  /** The reply of the server, such as "450 4.2.0 Greylisted"; empty: it gave none. */
  reply: string;
  /** The number that the reply begins with; null: there was no reply. */
  replyCode: number | null;
  /** The command that was answered: "MAIL FROM", "RCPT TO", "DATA", … */
  command: string;
  /** True if the server had the whole mail when it failed. */
  isHandedOver: boolean;
  /** True if the mail itself could not be sent in this form, such as one to an address that is none. */
  isOurMail: boolean;
};

/**
 * `mail`: every server would say the same of this recipient or message. `relay`: this server, or our sign-in to it, and it surely did not take
 * the mail. `unclear`: it failed after it had the whole mail, so that it may have taken it.
 */
export type Blame = "mail" | "relay" | "unclear";

/** `refused`: never to be tried again. `bounce`: what the reply says of the recipient's address. */
export type Verdict = { outcome: "refused" | "later"; blame: Blame; bounce: "hard" | "soft" | null };

/** Replies to these commands are about the message or its recipient; those to others (AUTH, MAIL FROM) about our configuration. */
const MAIL_COMMANDS: ReadonlySet<string> = new Set(["RCPT TO", "DATA"]);
/** Reply of a server that closes the connection, to any command (RFC 5321 3.8). */
const CLOSING = 421;
/** A full or overloaded mail system (RFC 3463 3.4). */
const OF_SYSTEM = /^4\.3\./;
/** The recipient's address, mailbox, or the way to it (RFC 3463 3.2, 3.3, 3.5). */
const OF_ADDRESS = /^4\.[124]\./;

/** Returns what becomes of a mail after a failed conversation, and whether another server could send it at once. */
export function judgeFault({ reply, replyCode, command, isHandedOver, isOurMail }: SmtpFault): Verdict {
  if (replyCode === null) {
    if (isOurMail) return { outcome: "later", blame: "mail", bounce: null };
    return { outcome: "later", blame: isHandedOver ? "unclear" : "relay", bounce: null };
  }
  if (!MAIL_COMMANDS.has(command)) return { outcome: "later", blame: "relay", bounce: null };
  const bounce = replyKind(reply);
  if (replyCode >= 500) return { outcome: "refused", blame: "mail", bounce };
  const status = replyStatus(reply) ?? "";
  const isOfMail = command === "RCPT TO" ? !OF_SYSTEM.test(status) : OF_ADDRESS.test(status);
  return { outcome: "later", blame: isOfMail && replyCode !== CLOSING ? "mail" : "relay", bounce };
}
