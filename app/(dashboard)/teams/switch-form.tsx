"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { switchTeamAction } from "#app/_verbs/people/switch-team-action.ts";

/** Changes to a Team, and opens a page of it. */
export function SwitchForm({ teamId, name, next }: { teamId: string; name: string; next?: string | undefined }) {
  return (
    <ActionForm action={switchTeamAction}>
      {() => (
        <>
          <input type="hidden" name="teamId" value={teamId} />
          {next && <input type="hidden" name="next" value={next} />}
          <SubmitButton variant={next ? "primary" : "secondary"}>
            {next ? "Change and open" : "Change to it"}
            <span className="sr-only"> ({name})</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
