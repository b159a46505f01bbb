import { z } from "zod";
import { CHANNEL_KINDS } from "#worker/core/channels/channel.ts";

const LONGEST_NAME = 60;
/** Prefix of the fields that choose single Sites. */
const SITE_FIELD = "site-";

/** A Channel as its form sends it. Each chosen Site has a field of its own, `site-<id>`. */
export const channelSchema = z
  .looseObject({
    name: z
      .string()
      .trim()
      .min(1, "Enter a name for the channel.")
      .max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`),
    address: z.string().trim().default(""),
    scope: z.enum(["all", "some"], "Choose which sites."),
  })
  .transform(({ name, address, scope, ...rest }, context) => {
    const chosen = Object.keys(rest).flatMap((field) => (field.startsWith(SITE_FIELD) ? [field.slice(SITE_FIELD.length)] : []));
    const ids = z.array(z.uuid()).safeParse(chosen);
    if (scope === "some" && (!ids.success || chosen.length === 0)) {
      context.addIssue({ code: "custom", path: ["sites"], message: "Choose at least one site." });
      return z.NEVER;
    }
    return { name, address, sites: scope === "all" ? ("all" as const) : chosen };
  });

export const channelKindSchema = z.object({ kind: z.enum(CHANNEL_KINDS, "Choose where to send.") });
export const channelIdSchema = z.object({ channelId: z.uuid() });
