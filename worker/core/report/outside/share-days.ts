/** Days for which a link to a report can be valid. */
export const SHARE_DAYS = [7, 30, 90] as const;

/** True for a number of days that can be chosen. */
export function isShareDays(days: number): boolean {
  return SHARE_DAYS.some((choice) => choice === days);
}
