import { z } from "zod";
import { DECIDED_AT_ONCE, TEXT_CHANGES } from "../../issues/decisions/issue-decision.ts";
import { countField, idField } from "./api-fields.ts";

/** A person's decision about Issues, as the API takes it. */
export const decisionRequestSchema = z.strictObject({
  issueIds: z
    .array(idField)
    .min(1, "Send at least one id.")
    .max(DECIDED_AT_ONCE, `Send at most ${DECIDED_AT_ONCE} ids at once.`),
  decision: z.discriminatedUnion(
    "action",
    [
      z.strictObject({ action: z.enum(["ignore", "unignore", "mark-fixed", "wake"]).meta({ examples: ["ignore"] }) }),
      z.strictObject({
        action: z.literal("snooze"),
        until: z
          .union([z.literal(TEXT_CHANGES), z.iso.date("Send a day such as 2026-12-24.")])
          .meta({ description: "A day, which begins in the site’s time zone, or `text-changes`.", examples: ["2026-12-24"] }),
      }),
      z.strictObject({
        action: z.literal("assign"),
        personId: z
          .string()
          .min(1)
          .max(100)
          .nullable()
          .meta({ description: "A person from the site’s assignees; null: no one.", examples: ["k3JvQ0fW8sXbN2"] }),
      }),
      z.strictObject({
        action: z.literal("undo"),
        decisionId: idField.optional().meta({ description: "The decision to undo; without it, each issue’s latest one." }),
      }),
    ],
    "Send an action: ignore, unignore, mark-fixed, wake, snooze, assign or undo.",
  ),
});

export const decisionAnswerSchema = z.strictObject({
  decisionId: idField.nullable().meta({ description: "Send it with `undo` to undo this; null if nothing was undone." }),
  changed: countField.meta({ description: "Issues that were changed. Those in the wanted state already are not counted." }),
  detail: z
    .string()
    .meta({ description: "The result in a sentence, also what could not be undone.", examples: ["Ignored: 1 issue."] }),
});
