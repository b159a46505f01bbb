import { z } from "zod";

/** Facts that restoring a Site needs besides its rows. */
export const keptOfSite = z.object({ pausedBy: z.enum(["owner", "plan"]).nullable() });
export type KeptOfSite = z.infer<typeof keptOfSite>;

/** Facts that restoring an account needs: its address, and since when it owned which Teams. */
export const keptOfAccount = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  teams: z.array(z.object({ teamId: z.string(), since: z.iso.datetime() })),
});
export type KeptOfAccount = z.infer<typeof keptOfAccount>;
