import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

/**
 * Runs an SMTP server as a process of its own, which can be killed: node mail-process.ts <port> <file>. It writes each mail to the file as a line of JSON before it says
 * that it has it, and takes its time for both.
 */
const [port, file = ""] = process.argv.slice(2);
const RECIPIENT_MS = 20;
const REPLY_MS = 10;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, callback) => void setTimeout(callback, RECIPIENT_MS),
  onData(stream, session, callback) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", async () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      appendFileSync(file, `${JSON.stringify({ at: Date.now(), to, raw: Buffer.concat(chunks).toString("utf8") })}\n`);
      await wait(REPLY_MS);
      callback();
    });
  },
});
// Connections break when the other side is killed, which is the point.
server.on("error", (error) => process.stderr.write(`${error.message}\n`));
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
