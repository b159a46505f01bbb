/** Share of a day's mails that reports may not use, so that signing up never has to wait a day. */
const KEPT_SHARE = 0.1;

/** Returns how many mails of each sort may still be sent within a limit of mails a day. */
export function mailRoom(perDay: number, sent: number): { awaited: number; reports: number } {
  const left = Math.max(0, perDay - sent);
  return { awaited: left, reports: Math.max(0, left - Math.ceil(perDay * KEPT_SHARE)) };
}
