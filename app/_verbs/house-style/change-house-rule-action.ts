"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { houseRuleSchema } from "#app/_lib/forms/house-rule-schema.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeHouseRule } from "#prisma/queries/style/change-house-rule.ts";
import { faultOfRule } from "#worker/core/house-style/rule-fault.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Changes a rule of the Team's house style, then shows the list. */
export async function changeHouseRuleAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("style.change");
    const { ruleId, ...entered } = readInput(houseRuleSchema, typed);
    const rule = { ...entered, replacement: entered.kind === "avoid" ? entered.replacement : "" };
    const fault = faultOfRule(rule);
    if (fault) return { fields: { term: fault } };
    await changeHouseRule(
      { db: getDatabase(), queue: await getQueue(), now: new Date() },
      { teamId: teamOf(teamId), userId, ruleId, rule },
    );
    await noteActivity({ teamId, userId }, { kind: "style_rules_added", detail: "1" });
    revalidatePath("/house-style", "layout");
    redirect("/house-style");
  });
  return { ...state, values: typed };
}
