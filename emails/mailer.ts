import { createTransport } from "nodemailer";
import { z } from "zod";
import { type Blame, judgeFault, type SmtpFault } from "#worker/core/relays/judge-fault.ts";
import type { RenderedMail } from "./render-delivery.tsx";
import { smtpConnection } from "./smtp-connection.ts";

/** A rendered mail with its addresses. `messageId` is fixed per Delivery, so that receiving servers recognise a repeat. */
export type OutgoingMail = RenderedMail & { to: string; messageId: string };

/**
 * `sent`: the server accepted the mail. `refused`: it never will (a permanent 5xx reply about this recipient or message, RFC
 * 5321 4.2.1). `later`: try again after a lost connection, a 4xx reply, or a fault on our side such as a wrong password. `bounce`: what the
 * reply says about the recipient's address.
 */
export type SendOutcome = { outcome: "sent" } | FailedSending;
/** `fault`: the code of the reply or of the connection's error, without addresses, for logs. */
export type FailedSending = {
  outcome: "refused" | "later";
  reason: string;
  blame: Blame;
  bounce: "hard" | "soft" | null;
  fault: string;
};

export type Mailer = { send(mail: OutgoingMail): Promise<SendOutcome>; close(): void };

const NO_ENCRYPTION =
  "The mail server offers no encryption (STARTTLS), so neither the password nor the mail was sent. Use a server that does, or add ?tls=never to SMTP_URL for a relay in your own network.";

const faultSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  message: z.string(),
});

/** Codes of faults that are in the mail, if the server gave no reply. */
const MAIL_FAULTS: ReadonlySet<string> = new Set(["EENVELOPE", "EMESSAGE", "ESTREAM"]);

export type MailerOptions = {
  smtpUrl: string;
  from: string;
  /** Time without a reply after which the mail is tried again later. */
  silenceMs?: number | undefined;
  /** Time after which a server that answers, but too slowly, is given up. */
  attemptMs?: number | undefined;
};

const SILENCE_MS = 60_000;
/** Two servers in turn take less than the lease on a Delivery, and than the time of its job. */
const ATTEMPT_MS = 4 * 60_000;

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
export function createMailer({ smtpUrl, from, silenceMs = SILENCE_MS, attemptMs = ATTEMPT_MS }: MailerOptions): Mailer {
  const { url, requireTLS } = smtpConnection(smtpUrl);
  const transport = createTransport({
    url,
    requireTLS,
    tls: { minVersion: "TLSv1.2" },
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    connectionTimeout: Math.min(15_000, silenceMs),
    greetingTimeout: Math.min(15_000, silenceMs),
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Message-IDs of the mails that were written to the connection to their end. */
  const handedOver = new Set<string>();
  transport.use("stream", ({ data: { messageId }, message }, done) => {
    message.processFunc((content) => content.once("end", () => handedOver.add(messageId ?? "")));
    done();
  });
  return {
    async send({ to, messageId, subject, html, text, headers }) {
      const signal = AbortSignal.timeout(attemptMs);
      try {
        const mail = { from, to: { name: "", address: to }, messageId, subject, html, text, headers, signal };
        await transport.sendMail(mail);
        return { outcome: "sent" };
      } catch (error) {
        return failureOf(error, handedOver.has(messageId));
      } finally {
        handedOver.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

function failureOf(error: unknown, isHandedOver: boolean): FailedSending {
  const parsed = faultSchema.safeParse(error);
  if (!parsed.success) throw error;
  const { code = "", responseCode, command = "", response = "", message } = parsed.data;
  const fault: SmtpFault = {
    ...{ reply: response, replyCode: responseCode ?? null, command, isHandedOver },
    isOurMail: MAIL_FAULTS.has(code),
  };
  const reason = code === "ETLS" ? `${NO_ENCRYPTION} (${message})` : message;
  return { ...judgeFault(fault), reason, fault: responseCode === undefined ? code : `${responseCode} to ${command}` };
}
