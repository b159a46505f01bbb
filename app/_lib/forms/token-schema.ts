import { z } from "zod";
import { isApiScope } from "#worker/core/api/api-scopes.ts";

const LONGEST_NAME = 60;
const MOST_SITES = 1_000;
/** Prefix of the fields that choose single Sites. */
const SITE_FIELD = "site-";
const DAY_MS = 86_400_000;

/** Days for which a token can be valid; `never`: it has no end. */
export const TOKEN_DAYS = ["never", "30", "90", "365"] as const;

/** A token as its form sends it: each right is a field of its own, and each chosen Site, as `site-<id>`. */
export const tokenSchema = z
  .looseObject({
    name: z.string().trim().min(1, "Enter a name for the token.").max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`),
    scope: z.enum(["all", "some"], "Choose which sites.").default("all"),
    days: z.enum(TOKEN_DAYS, "Choose how long it is valid.").default("never"),
  })
  .transform(({ name, scope, days, ...rest }, context) => {
    const scopes = Object.keys(rest).filter(isApiScope);
    if (scopes.length === 0) context.addIssue({ code: "custom", path: ["scopes"], message: "Choose at least one right." });
    const chosen = Object.keys(rest).flatMap((field) => (field.startsWith(SITE_FIELD) ? [field.slice(SITE_FIELD.length)] : []));
    const ids = z.array(z.uuid()).min(1).max(MOST_SITES).safeParse(chosen);
    if (scope === "some" && !ids.success)
      context.addIssue({ code: "custom", path: ["sites"], message: "Choose at least one site." });
    return { name, scopes, days, sites: scope === "all" ? ("all" as const) : chosen };
  });

/** Returns when a token ends that is valid for so many days; null if it has no end. */
export function tokenEnd(days: (typeof TOKEN_DAYS)[number], now: Date): Date | null {
  return days === "never" ? null : new Date(now.getTime() + Number(days) * DAY_MS);
}
