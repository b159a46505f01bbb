import { z } from "zod";
import { ROLES } from "#worker/core/people/rights.ts";

const MOST_SITES = 1_000;

const schema = z
  .object({
    role: z.enum(ROLES, "Choose what this person may do."),
    scope: z.enum(["all", "some"]).catch("all"),
    siteIds: z.array(z.uuid()).max(MOST_SITES),
  })
  .transform(({ role, scope, siteIds }) => {
    const allSites = role === "owner" || scope === "all";
    return { role, allSites, siteIds: allSites ? [] : siteIds };
  })
  .refine(({ allSites, siteIds }) => allSites || siteIds.length > 0, {
    path: ["siteIds"],
    message: "Choose at least one site, or all sites.",
  });

/** The role of a person and the Sites that they see, as the form of AccessFields sends them. */
export const accessSchema = schema;

/** Returns these fields of a form for `accessSchema`. */
export function accessFields(form: FormData) {
  return { role: form.get("role"), scope: form.get("scope"), siteIds: form.getAll("site") };
}
