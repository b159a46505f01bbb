import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { to: string[]; mail: Email };

export type TestSmtpServer = {
  url: string;
  received: ReceivedMail[];
  /** Answers every recipient with this SMTP code; null accepts them again. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
};

/** Starts a real SMTP server on a free loopback port that keeps the mails it receives. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, callback) {
      if (refusal === null) return callback();
      callback(Object.assign(new Error("Refused for the test"), { responseCode: refusal }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        received.push({ to: session.envelope.rcptTo.map((recipient) => recipient.address), mail });
        callback();
      });
    },
    ...options,
  });
  const address = await new Promise<AddressInfo | string | null>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(listening.address()));
  });
  if (address === null || typeof address === "string") throw new Error("The SMTP server has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
