/**
 * A Team as one of its Members sees it: the Team's id for all its Sites, or the id with the Sites that the Member may see. Queries about
 * Sites take it instead of a plain id, so that none can forget the limit.
 */
export type TeamScope = string | { readonly teamId: string; readonly siteIds: readonly string[] };

/** Returns the id of the Team, for what belongs to the Team as a whole. */
export function teamOf(scope: TeamScope): string {
  return typeof scope === "string" ? scope : scope.teamId;
}

/** Returns true if the Member sees every Site of the Team, also those to come. */
export function seesAllSites(scope: TeamScope): scope is string {
  return typeof scope === "string";
}

/** Returns true if the limit, if there is one, includes this Site. It says nothing about the Team that the Site belongs to. */
export function allowsSite(scope: TeamScope, siteId: string): boolean {
  return typeof scope === "string" || scope.siteIds.includes(siteId);
}

/** Returns a text that is the same for equal scopes and for no others, to keep answers by. */
export function keyOf(scope: TeamScope): string {
  return typeof scope === "string" ? scope : JSON.stringify([scope.teamId, scope.siteIds]);
}
