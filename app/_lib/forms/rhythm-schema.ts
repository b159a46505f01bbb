import { z } from "zod";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { RHYTHMS } from "#worker/core/digest/rhythm.ts";

const box = z.literal("on").optional();

/** A rhythm of mail and its checks, as the form sends them. All checks are stored as none, so that new ones are in it. */
export const rhythmSchema = z
  .object({
    rhythm: z.enum(RHYTHMS, "Choose how often."),
    hour: z.coerce.number("Choose an hour.").int("Choose an hour.").min(0, "Choose an hour.").max(23, "Choose an hour."),
    ...Object.fromEntries(CHECK_IDS.map((check) => [check, box])),
  })
  .catchall(z.unknown())
  .transform(({ rhythm, hour, ...boxes }, context) => {
    const checks = CHECK_IDS.filter((check) => boxes[check] === "on");
    if (checks.length === 0)
      context.addIssue({ code: "custom", path: ["checks"], message: "Choose at least one kind, or unsubscribe instead." });
    return { rhythm, hour, checks: checks.length === CHECK_IDS.length ? [] : checks };
  });
