/** Facts of one day (UTC) about the service; null: not measured. */
export type DayFacts = {
  day: string;
  crawls: number | null;
  crawlsOnTime: number | null;
  mails: number | null;
  mailsOnTime: number | null;
  webMinutes: number | null;
  webSince: Date | null;
};

export type ServicePart = "web" | "crawls" | "mails";
/** A part on one day: the share that was as it should be, from 0 to 1; null: nothing was measured, or there was nothing to do. */
export type DayShare = { day: string; share: number | null };

export const SHOWN_DAYS = 30;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Returns the last 30 days (UTC), today last. */
export function shownDays(now: Date): string[] {
  const today = Math.floor(now.getTime() / DAY_MS);
  return Array.from({ length: SHOWN_DAYS }, (_, index) =>
    new Date((today - SHOWN_DAYS + 1 + index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Returns the share of each of the last 30 days for one part of the service. */
export function daysOf(part: ServicePart, facts: readonly DayFacts[], now: Date): DayShare[] {
  const known = new Map(facts.map((day) => [day.day, day]));
  const webBegan = facts.find(({ webMinutes }) => webMinutes !== null)?.day ?? null;
  return shownDays(now).map((day) => {
    const row = known.get(day);
    if (part === "web") return { day, share: webShare(day, row, { webBegan, now }) };
    const [all, onTime] = part === "crawls" ? [row?.crawls, row?.crawlsOnTime] : [row?.mails, row?.mailsOnTime];
    return { day, share: all ? (onTime ?? 0) / all : null };
  });
}

/** Counts the minutes from the first that was ever measured: before, we do not know. A later day without any was an outage. */
function webShare(
  day: string,
  row: DayFacts | undefined,
  { webBegan, now }: { webBegan: string | null; now: Date },
): number | null {
  if (webBegan === null || day < webBegan) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const start = day === webBegan && row?.webSince ? row.webSince.getTime() : midnight;
  // The minute that runs now may not be noted yet.
  const end = Math.min(midnight + DAY_MS, Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  const minutes = (end - start) / MINUTE_MS;
  return minutes <= 0 ? null : Math.min(1, (row?.webMinutes ?? 0) / minutes);
}

export type DayTone = "success" | "warning" | "danger" | "none";

/** Judges a day: fine from 99 %, some trouble from 90 %. */
export function dayTone(share: number | null): DayTone {
  if (share === null) return "none";
  if (share >= 0.99) return "success";
  return share >= 0.9 ? "warning" : "danger";
}

/** Describes 30 days in a sentence. A share is rounded down, so that 100 % means all. */
export function daysInWords(days: readonly DayShare[], what: string): string {
  const measured = days.flatMap(({ share }) => (share === null ? [] : [share]));
  if (measured.length === 0) return "There are no figures of the last 30 days yet.";
  const mean = measured.reduce((sum, share) => sum + share, 0) / measured.length;
  const span = measured.length === 1 ? "today" : `on ${measured.length} days of the last 30`;
  return `${Math.floor(mean * 1_000) / 10}% ${what} ${span}.`;
}
