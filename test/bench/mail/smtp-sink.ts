import { setTimeout as wait } from "node:timers/promises";
import { startSmtpServer } from "#test/support/servers/smtp-server.ts";

/**
 * Runs an SMTP server that takes all mails, counts them and answers as slowly as one far away: `node test/bench/mail/smtp-sink.ts <ms>`.
 * Prints its address, and the number of mails when it is stopped.
 */
const ms = Number(process.argv[2] ?? 0);
let count = 0;
const server = await startSmtpServer({
  onMailFrom: (_address, _session, callback) => void wait(ms).then(() => callback()),
  onRcptTo: (_address, _session, callback) => void wait(ms).then(() => callback()),
  onData(stream, _session, callback) {
    stream.resume();
    stream.on("end", () => {
      count += 1;
      void wait(ms).then(() => callback());
    });
  },
});
process.once("SIGTERM", () => {
  process.stdout.write(`${count} mails\n`);
  process.exit(0);
});
process.stdout.write(`${server.url}\n`);
