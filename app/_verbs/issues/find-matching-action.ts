"use server";

import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { findMatchingIssues } from "#prisma/queries/issue-list/find-issue-list.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { DECIDED_AT_ONCE } from "#worker/core/issues/decisions/issue-decision.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const LONGEST_SEARCH = 2_000;
const inputSchema = z.object({ search: z.string().max(LONGEST_SEARCH), siteId: z.uuid().nullable() });

/** Returns the first issues of a list over all its pages, as many as one decision takes, so that all can be selected. */
export async function findMatchingAction(
  input: z.input<typeof inputSchema>,
): Promise<{ issues: ListedIssue[]; error?: string | undefined }> {
  let issues: ListedIssue[] = [];
  const { error } = await runCall(async () => {
    const { teamId } = await requireRight("issues.decide");
    const { search, siteId } = readInput(inputSchema, input);
    const query = parseIssueListQuery(Object.fromEntries(new URLSearchParams(search)));
    const wanted = { teamId, siteId: siteId ?? undefined, query, now: new Date() };
    issues = await findMatchingIssues(getDatabase(), wanted, DECIDED_AT_ONCE);
    return undefined;
  });
  return { issues, error };
}
