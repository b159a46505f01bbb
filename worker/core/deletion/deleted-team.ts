/**
 * The Team that deleted Sites wait in until they are erased. It has no Members, so that every query by Team is blind to them. What finds a Site
 * without its Team, such as a secret address, excludes this one.
 */
export const DELETED_TEAM_ID = "deleted";
