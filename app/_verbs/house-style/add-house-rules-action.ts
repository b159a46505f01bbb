"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { ruleListSchema } from "#app/_lib/forms/house-rule-schema.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addHouseRules, type NewRule } from "#prisma/queries/style/add-house-rules.ts";
import { findRuleMatches } from "#prisma/queries/style/find-rule-matches.ts";
import { MOST_LINES } from "#worker/core/house-style/house-rule.ts";
import { parseRuleList, type TypedRules } from "#worker/core/house-style/parse-rule-list.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";

/** Tries pasted rules on the stored texts, or adds them to the Team's house style. A list with a line that cannot be read adds nothing. */
export async function addHouseRulesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("style.change");
    const { list, kind, step, ...shared } = readInput(ruleListSchema, typed);
    const parsed = parseRuleList(list, kind);
    const fault = faultOf(parsed);
    if (fault) return { fields: { list: fault }, refused: parsed.refused, values: typed };
    const rules = parsed.rules.map((rule): NewRule => ({ ...rule, ...shared }));
    if (step === "try") return { trial: await tryRules(teamId, rules), values: typed };
    const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
    const { added, changed } = await addHouseRules(dependencies, { teamId: teamOf(teamId), userId, rules });
    await noteActivity({ teamId, userId }, { kind: "style_rules_added", detail: String(added + changed) });
    revalidatePath("/house-style", "layout");
    const counts = [added > 0 && `${plural(added, "rule")} added`, changed > 0 && `${plural(changed, "rule")} changed`];
    return {
      done: `${counts.filter(Boolean).join(", ")}. We compare your pages with them now; new issues appear in about a minute.`,
    };
  });
  return state.done ? state : { values: typed, ...state };
}

function tryRules(teamId: TeamScope, rules: NewRule[]) {
  const startedAt = performance.now();
  return findRuleMatches(getDatabase(), { teamId, rules, elapsedMs: () => performance.now() - startedAt });
}

function faultOf({ rules, refused }: TypedRules): string | undefined {
  if (refused.length > 0)
    return `We could not read ${plural(refused.length, "line")}, so we added nothing. Correct what is listed below.`;
  if (rules.length === 0) return "Enter at least one rule.";
  if (rules.length > MOST_LINES)
    return `Add at most ${formatCount(MOST_LINES)} rules at once; you entered ${formatCount(rules.length)}.`;
  return undefined;
}
