import { activityWords } from "../../people/activity-kinds.ts";
import type { CsvCell } from "./csv-row.ts";

/** A thing that was done in a Team, as its list shows it. */
type ExportedActivity = {
  at: Date;
  kind: string;
  isPerson: boolean;
  who: string | null;
  subject: string | null;
  site: { name: string } | null;
  detail: string | null;
};

export const ACTIVITY_HEADINGS = ["Time", "Person", "Activity", "Site"] as const;

/** Returns the cells of an activity, in the order of `ACTIVITY_HEADINGS`. */
export function activityCells({ at, kind, isPerson, who, subject, site, detail }: ExportedActivity): CsvCell[] {
  const what = activityWords(kind, { subject: subject ?? "a former member", detail: detail ?? "" });
  return [at, who ?? (isPerson ? "A former member" : "Flawless"), what, site?.name ?? null];
}
