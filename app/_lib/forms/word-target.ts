import { z } from "zod";

/** The dictionary that a form changes: of one Site, or of all the Team's. Without a Site it is the latter. */
export const wordTargetSchema = z
  .object({ siteId: z.uuid().nullish(), scope: z.enum(["site", "team"]).catch("site") })
  .transform(({ siteId, scope }) => (scope === "team" ? null : (siteId ?? null)));
