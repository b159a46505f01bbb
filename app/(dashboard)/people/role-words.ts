import type { Role } from "#worker/core/people/rights.ts";
import { plural } from "#worker/core/text/plural.ts";

/** Names of the roles, and what each may do. */
export const ROLE_WORDS: Readonly<Record<Role, { name: string; may: string }>> = {
  viewer: { name: "Viewer", may: "sees reports and issues, changes nothing" },
  editor: { name: "Editor", may: "settles issues, changes settings and dictionaries, starts crawls" },
  owner: { name: "Owner", may: "everything on all sites, also people, plan and payment" },
};

/** Returns the Sites of a person in words. */
export function sitesInWords(
  { allSites, siteIds }: { allSites: boolean; siteIds: readonly string[] },
  sites: readonly { id: string; name: string }[],
): string {
  if (allSites) return "All sites";
  const names = sites.filter(({ id }) => siteIds.includes(id)).map(({ name }) => name);
  if (names.length === 0) return "No sites";
  return names.length <= 2 ? names.join(" and ") : plural(names.length, "site");
}
