const DAY_MS = 86_400_000;

/** Days for which something deleted can be restored. */
export const DELETED_KEPT_DAYS = 30;

/** Returns when something that is deleted now is erased. */
export function erasedAt(now: Date): Date {
  return new Date(now.getTime() + DELETED_KEPT_DAYS * DAY_MS);
}
