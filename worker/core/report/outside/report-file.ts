/** Days for which a PDF can be downloaded. */
export const REPORT_FILE_DAYS = 7;
/** Time within which a PDF is drawn. One that takes longer was lost with its worker. */
const DRAWING_MS = 300_000;

/** Returns the time before which a request that is not done counts as failed. */
export function drawingSince(now: Date): Date {
  return new Date(now.getTime() - DRAWING_MS);
}
