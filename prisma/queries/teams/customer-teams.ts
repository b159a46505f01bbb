import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";

/** Matches the id of every Team but the two of our own: that of try-outs, and that of deleted Sites. */
export const OF_A_CUSTOMER = { notIn: [TRIAL_TEAM_ID, DELETED_TEAM_ID] };
