/** Failures in a row after which a mail server is left alone. */
const FAILURES = 3;
/** The first pause: short, because most servers are back within seconds. Each failed trial doubles it. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Time after which another trial may begin, should one never end. Longer than an attempt may take. */
const TRIAL_MS = 10 * 60_000;

/**
 * State of a mail server as a circuit breaker. `closed`: mails go to it, after so many failures in a row. `open`: none does until then. `trying`: the pause
 * is over, and one mail tries it. Times are in milliseconds; `reason` is why it failed last.
 */
export type Circuit =
  | { state: "closed"; failures: number }
  | { state: "open"; until: number; pauseMs: number; reason: string }
  | { state: "trying"; since: number; pauseMs: number; reason: string };

/** State of a server that works, or that nothing is known of: also after it refused a mail for what is wrong with the mail. */
export const NEW_CIRCUIT: Circuit = { state: "closed", failures: 0 };

/** Returns the state with one more mail on its way to the server; null if it must not get one now. */
export function admit(circuit: Circuit, now: number): Circuit | null {
  if (circuit.state === "closed") return circuit;
  const isOver = circuit.state === "open" ? now >= circuit.until : now - circuit.since > TRIAL_MS;
  return isOver ? { state: "trying", since: now, pauseMs: circuit.pauseMs, reason: circuit.reason } : null;
}

/** Returns the state after the server failed. Mails that were on their way when it was opened do not prolong the pause. */
export function afterFailure(circuit: Circuit, reason: string, now: number): Circuit {
  switch (circuit.state) {
    case "open":
      return circuit;
    case "trying":
      return open(Math.min(2 * circuit.pauseMs, LONGEST_PAUSE_MS), reason, now);
    case "closed": {
      const failures = circuit.failures + 1;
      return failures < FAILURES ? { state: "closed", failures } : open(FIRST_PAUSE_MS, reason, now);
    }
  }
}

function open(pauseMs: number, reason: string, now: number): Circuit {
  return { state: "open", until: now + pauseMs, pauseMs, reason };
}
