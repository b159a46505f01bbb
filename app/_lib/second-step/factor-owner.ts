/** Names the owner that a user's secret is sealed for, so that it opens in no other row. */
export function factorOwner(userId: string): string {
  return `two-factor ${userId}`;
}
