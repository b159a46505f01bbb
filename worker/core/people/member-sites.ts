/** The Sites that a Member may see: all of the Team's, also those to come, or only some. */
export type MemberSites = { allSites: boolean; siteIds: readonly string[] };
