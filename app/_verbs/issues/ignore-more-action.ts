"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { ignoreMore } from "#prisma/queries/ignoring/ignore-more.ts";
import { IGNORE_SCOPES } from "#worker/core/issues/decisions/issue-decision.ts";

/** Names what each scope ignores. */
const IGNORED_WORDS = {
  page: "an issue on one page",
  rule: "a rule",
  target: "a link target",
  host: "a host",
} as const;
const inputSchema = z.object({ issueId: z.uuid(), scope: z.enum(IGNORE_SCOPES), pageId: z.uuid().optional() });

/** Ignores an Issue on one page, its rule on the Site, its link's target or the target's host. Returns the id to restore it by. */
export async function ignoreMoreAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const { teamId, userId } = await requireRight("issues.decide");
    const wanted = readInput(inputSchema, input);
    const { ignoreRuleId } = await ignoreMore(getDatabase(), { teamId, ...wanted, userId, now: new Date() });
    await noteActivity({ teamId, userId }, { kind: "ignoring_added", detail: IGNORED_WORDS[wanted.scope] });
    revalidatePath("/(dashboard)", "layout");
    return { ignoreRuleId };
  });
}
