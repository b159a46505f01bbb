import { createMailer, type MailerOptions, type OutgoingMail, type SendOutcome } from "#emails/mailer.ts";
import { admit, afterFailure, type Circuit, NEW_CIRCUIT } from "#worker/core/relays/circuit.ts";
import type { Log } from "#worker/log.ts";
import { relayAttempts, relayPaused } from "#worker/telemetry/worker-metrics.ts";

/** The mail servers. `send` gives a mail that somebody waits for to the main server first, and others to that of reports. */
export type Relays = { send(mail: OutgoingMail, of: { isAwaited: boolean }): Promise<SendOutcome>; close(): void };

export type RelayOptions = Omit<MailerOptions, "smtpUrl"> & {
  smtpUrl: string;
  /** Absent: there is one server for all mail. */
  reportsUrl?: string | undefined;
  now?: () => number;
  log: Log;
};

/**
 * Opens the mail servers. Each takes over for the other while that one cannot be reached or takes no mail at all, unless it may have taken
 * this mail. One that failed several times in a row is left alone for a while.
 */
export function openRelays({ smtpUrl, reportsUrl, now = Date.now, log, ...options }: RelayOptions): Relays {
  const relay = (name: string, url: string) => createRelay({ name, now, log, ...options, smtpUrl: url });
  const main = relay("main", smtpUrl);
  const reports = reportsUrl === undefined ? null : relay("reports", reportsUrl);
  const [forAwaited, forReports] = reports ? [[main, reports] as const, [reports, main] as const] : [[main], [main]];
  return {
    async send(mail, { isAwaited }) {
      const [first, second] = isAwaited ? forAwaited : forReports;
      const outcome = await first.send(mail);
      return second && isElsewherePossible(outcome) ? second.send(mail) : outcome;
    },
    close() {
      main.close();
      reports?.close();
    },
  };
}

/** Returns true if another server can be given the mail: this one surely did not take it, for a reason of its own. */
function isElsewherePossible(outcome: SendOutcome): boolean {
  return outcome.outcome === "later" && outcome.blame === "relay";
}

type RelayDependencies = MailerOptions & { name: string; now: () => number; log: Log };

/** One server with its circuit, which each worker finds out by itself. */
function createRelay({ name, now, log, ...options }: RelayDependencies) {
  const mailer = createMailer(options);
  let circuit: Circuit = NEW_CIRCUIT;
  const become = (next: Circuit, fault = "") => {
    if (next.state === "open" && circuit.state !== "open")
      log.warn({ relay: name, fault, pauseMs: next.pauseMs }, "a mail server fails: it is left alone for a while");
    if (next.state === "closed" && circuit.state !== "closed") log.info({ relay: name }, "a mail server works again");
    circuit = next;
    relayPaused.set({ relay: name }, next.state === "closed" ? 0 : 1);
  };
  relayPaused.set({ relay: name }, 0);
  return {
    async send(mail: OutgoingMail): Promise<SendOutcome> {
      const admitted = admit(circuit, now());
      if (admitted === null) {
        relayAttempts.inc({ relay: name, outcome: "paused" });
        return paused(circuit);
      }
      become(admitted);
      const outcome = await mailer.send(mail);
      const hasFailed = outcome.outcome !== "sent" && outcome.blame !== "mail";
      become(hasFailed ? afterFailure(circuit, outcome.reason, now()) : NEW_CIRCUIT, hasFailed ? outcome.fault : "");
      relayAttempts.inc({ relay: name, outcome: hasFailed ? "failed" : outcome.outcome });
      return outcome;
    },
    close: () => mailer.close(),
  };
}

function paused(circuit: Circuit): SendOutcome {
  const reason = circuit.state === "closed" ? "" : circuit.reason;
  return {
    outcome: "later",
    reason: `The mail server failed several times in a row and is left alone for a moment: ${reason}`,
    ...{ blame: "relay", bounce: null, fault: "paused" },
  };
}
