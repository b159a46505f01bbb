import { createTransport } from "nodemailer";
import { z } from "zod";
import { replyKind } from "#worker/core/mail-events/status-kind.ts";
import type { RenderedMail } from "./render-delivery.tsx";
import { smtpConnection } from "./smtp-connection.ts";

/** A rendered mail with its addresses. `messageId` is fixed per Delivery, so that receiving servers recognise a repeat. */
export type OutgoingMail = RenderedMail & { to: string; messageId: string };

/**
 * `sent`: the server accepted the mail. `refused`: it never will (a permanent 5xx reply about this recipient or message, RFC
 * 5321 4.2.1). `later`: try again after a lost connection, a 4xx reply, or a fault on our side such as a wrong password. `bounce`: what the
 * reply says about the recipient's address.
 */
export type SendOutcome =
  | { outcome: "sent" }
  | { outcome: "refused" | "later"; reason: string; bounce?: "hard" | "soft" | null };

export type Mailer = { send(mail: OutgoingMail): Promise<SendOutcome>; close(): void };

/**
 * Replies to these commands concern the message or its recipient; replies to others (AUTH, EHLO) concern our own configuration.
 */
const MESSAGE_COMMANDS = new Set(["RCPT TO", "DATA"]);

const NO_ENCRYPTION =
  "The mail server offers no encryption (STARTTLS), so neither the password nor the mail was sent. Use a server that does, or add ?tls=never to SMTP_URL for a relay in your own network.";

const smtpFault = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  message: z.string(),
});

/** `silenceMs`: time without a reply after which the mail is tried again later. */
type MailerOptions = { smtpUrl: string; from: string; silenceMs?: number | undefined };

const SILENCE_MS = 60_000;

/**
 * Connections to the mail server, and mails that a worker sends at a time: a mail that waited for a connection would use up its lease. A
 * conversation of a quarter of a second on each is 30 mails a second. Providers allow ten or more.
 */
export const MAIL_CONNECTIONS = 8;

/**
 * Creates a mailer for one SMTP server. `smtpUrl` like `smtp://user:password@host:587`, `from` like `Flawless
 * <hello@example.com>`. Requires encryption: a server without STARTTLS gets neither password nor mail, unless the URL says
 * `?tls=never`.
 */
export function createMailer({ smtpUrl, from, silenceMs = SILENCE_MS }: MailerOptions): Mailer {
  const { url, requireTLS } = smtpConnection(smtpUrl);
  const transport = createTransport({
    url,
    requireTLS,
    tls: { minVersion: "TLSv1.2" },
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, messageId, subject, html, text, headers }) {
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, messageId, subject, html, text, headers });
        return { outcome: "sent" };
      } catch (error) {
        return classifyFault(error);
      }
    },
    close: () => transport.close(),
  };
}

function classifyFault(error: unknown): SendOutcome {
  const fault = smtpFault.safeParse(error);
  if (!fault.success) throw error;
  const { code, responseCode, command, response, message } = fault.data;
  if (code === "ETLS") return { outcome: "later", reason: `${NO_ENCRYPTION} (${message})` };
  const isAboutMessage = MESSAGE_COMMANDS.has(command ?? "");
  const isFinal = responseCode !== undefined && responseCode >= 500 && isAboutMessage;
  return { outcome: isFinal ? "refused" : "later", reason: message, bounce: isAboutMessage ? replyKind(response ?? "") : null };
}
