import { zoneFormats } from "../schedule/zone-formats.ts";

const STEPS = [
  { unit: "year", ms: 365 * 86_400_000 },
  { unit: "month", ms: 30 * 86_400_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const clock = zoneFormats("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Formats a time relative to now, in one unit: "5 minutes ago", "in 3 hours", "just now" within a minute. */
export function relativeTime(moment: Date, now: Date): string {
  const distance = moment.getTime() - now.getTime();
  const step = STEPS.find(({ ms }) => Math.abs(distance) >= ms);
  if (!step) return distance > 0 ? "in a moment" : "just now";
  return RELATIVE.format(Math.trunc(distance / step.ms), step.unit);
}

/** Formats a moment in a time zone (IANA name): "21 Nov 2026, 05:12". */
export function clockTime(moment: Date, timeZone: string): string {
  return clock(timeZone).format(moment);
}

/** Formats a duration: "0.4 s", "42 s", "3 min 5 s", "2 h 10 min". */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
