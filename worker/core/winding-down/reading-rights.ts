import type { Right } from "../people/rights.ts";

/** The rights that stay when nothing can be changed any more: to read, to download, to see invoices, and to leave. */
const READING_RIGHTS: ReadonlySet<Right> = new Set<Right>([
  ...(["sites.see", "words.see", "style.see", "channels.see", "people.see", "activity.see"] as const),
  ...(["billing.see", "billing.change", "team.belong", "team.export"] as const),
]);

/** Returns true if what a right allows changes something that the service does. */
export function isChangingRight(right: Right): boolean {
  return !READING_RIGHTS.has(right);
}
