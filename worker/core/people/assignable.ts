/** A Member as far as Issues can be assigned to them. `siteIds` null: they see all Sites. */
type Assignable = { siteIds: readonly string[] | null };

/** Returns the Members to whom Issues of these Sites can be assigned: those who see all of them. */
export function assignable<Member extends Assignable>(members: readonly Member[], siteIds: readonly string[]): Member[] {
  return members.filter(({ siteIds: seen }) => seen === null || siteIds.every((id) => seen.includes(id)));
}
