"use client";

import { useActionState, useState } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { decideByMailAction } from "#app/_verbs/issues/decide-by-mail-action.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { STATE_WORDS } from "#worker/core/view/issues/issue-words.ts";
import { isUndecided } from "#worker/core/view/issues/mailed-issue.ts";

type DecideFormProps = { token: string; check: string; state: IssueState };

/** The buttons that decide about an issue, and afterwards the one that undoes it. Works without JavaScript, too. */
export function DecideForm({ token, check, state }: DecideFormProps) {
  const [result, submit] = useActionState(decideByMailAction, {});
  // The page shows the new state after a decision; until the person leaves, its undo is offered instead.
  const [was] = useState(state);
  const { decisionId } = result;
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <div role="status">{result.done && <Banner tone="success">{result.done}</Banner>}</div>
      {result.error && (
        <Banner tone="danger" role="alert">
          {result.error}
        </Banner>
      )}
      {decisionId ? (
        <>
          <input type="hidden" name="decisionId" value={decisionId} />
          <SubmitButton name="decision" value="undo" variant="secondary" className="self-start">
            Undo
          </SubmitButton>
        </>
      ) : isUndecided({ state: was }) ? (
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="decision" value="mark-fixed">
            Mark as fixed
          </SubmitButton>
          <SubmitButton name="decision" value="ignore" variant="secondary">
            Ignore
          </SubmitButton>
          {check === "spelling" && (
            <SubmitButton name="decision" value="add-word" variant="secondary">
              Add to dictionary
            </SubmitButton>
          )}
        </div>
      ) : (
        <p className="text-muted">Nothing to decide: this issue is {STATE_WORDS[was].toLowerCase()}.</p>
      )}
    </form>
  );
}
