"use server";

import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import type { Database } from "#prisma/client.ts";
import { openDecision } from "#prisma/mail-decision.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { findMailedIssue } from "#prisma/queries/issues/find-mailed-issue.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { undoWords } from "#prisma/queries/words/undo-words.ts";
import { DomainError } from "#worker/core/errors.ts";
import { decisionActivity } from "#worker/core/people/decision-activity.ts";

const inputSchema = z.object({
  token: z.string().max(2_000),
  decision: z.enum(["ignore", "mark-fixed", "add-word", "undo"], "Choose what to do."),
  decisionId: z.uuid().optional(),
});

/** Decides about the Issue of a link in a mail, or undoes that. The token identifies the person, so that no sign-in is needed. */
export async function decideByMailAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { token, decision, decisionId } = readInput(inputSchema, formFields(form));
    const [db, now] = [getDatabase(), new Date()];
    await requireChangesTaken(db);
    const opened = openDecision(getSecretKeys(), token, now);
    const issue = opened && (await findMailedIssue(db, opened));
    if (!opened || !issue) throw new DomainError("not-found", "This link no longer works. Sign in to decide about the issue.");
    const by = { teamId: issue.teamId, userId: opened.userId, now };
    const wasWord = decisionId !== undefined && (await isWordDecision(db, { teamId: issue.teamId, decisionId }));
    if (decision === "undo" && wasWord) {
      await undoWords(db, { ...by, decisionId });
      await noteActivity(by, { kind: "words_removed", ...activitySite(issue.siteId), detail: "1" });
      return { done: "Undone. The word is no longer in the dictionary." };
    }
    if (decision === "add-word") {
      const added = await addWord(db, { ...by, siteId: issue.siteId, word: issue.text });
      await noteActivity(by, { kind: "words_added", ...activitySite(issue.siteId), detail: "1" });
      return { done: `“${issue.text}” is now in the dictionary of ${issue.siteName}.`, decisionId: added.decisionId };
    }
    const change = decision === "undo" ? { action: decision, ...(decisionId ? { decisionId } : {}) } : { action: decision };
    const outcome = await changeIssueState(db, { ...by, issueIds: [issue.id], change });
    if (outcome.changed > 0) await noteActivity(by, decisionActivity(change, outcome.changed));
    return { done: DONE[decision], ...(decision === "undo" ? {} : { decisionId: outcome.decisionId }) };
  });
}

async function isWordDecision(db: Database, where: { teamId: string; decisionId: string }): Promise<boolean> {
  return (await db.dictionaryWord.count({ where })) > 0;
}

const DONE = {
  ignore: "Ignored. We will not report it again.",
  "mark-fixed": "Marked as fixed. The next crawl checks it.",
  undo: "Undone. The issue is as it was.",
} as const;
