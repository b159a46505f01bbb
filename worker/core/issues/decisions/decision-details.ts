import { z } from "zod";
import { ISSUE_STATES } from "../issue.ts";

const count = z.number().int().nonnegative();

/** The columns of an Issue that people decide about. Times are ISO 8601, so that they can be stored as JSON. */
export const decidedSchema = z.object({
  state: z.enum(ISSUE_STATES),
  fixedAt: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  snoozedTexts: z.array(z.string()),
  resumeState: z.enum(ISSUE_STATES).nullable(),
  ignoreRuleId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  missed: count,
  met: count,
  successor: z.string().nullable(),
  returns: count,
});
export type Decided = z.infer<typeof decidedSchema>;

/**
 * Details that the event of a decision stores besides its kind. `previous`: what an undo restores. `until`, `assigneeId`: what was decided, for the
 * history. `ignoreRuleId`: the rule by which the Issue was ignored.
 */
export const decisionDetailsSchema = z.object({
  previous: decidedSchema.optional(),
  until: z.string().optional(),
  assigneeId: z.string().nullable().optional(),
  ignoreRuleId: z.string().optional(),
});
export type DecisionDetails = z.infer<typeof decisionDetailsSchema>;
