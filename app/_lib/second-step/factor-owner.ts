/** Returns the owner name for sealing a user's secret, so that it opens in no other row. */
export function factorOwner(userId: string): string {
  return `two-factor ${userId}`;
}
