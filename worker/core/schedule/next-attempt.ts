const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;
/** Time after which we give up: RFC 5321, 4.5.4.1, says 4 to 5 days. */
const GIVE_UP_AFTER_MS = 4 * 24 * 60 * MINUTE_MS;

type Tried = { attempts: number; writtenAt: Date };

/**
 * Returns the time of the next attempt to send a message that the mail server refused temporarily: after a minute, then twice
 * as long each time, at most six hours. Null after four days. `attempts` counts past attempts, at least 1.
 */
export function nextAttemptAt({ attempts, writtenAt }: Tried, now: Date): Date | null {
  if (now.getTime() - writtenAt.getTime() > GIVE_UP_AFTER_MS) return null;
  const pause = Math.min(MINUTE_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_MS);
  return new Date(now.getTime() + pause);
}
