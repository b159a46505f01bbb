"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { leaveTeamAction } from "#app/_verbs/people/leave-team-action.ts";
import { StopMailsBox } from "./stop-mails-box.tsx";

/** Takes the signed-in person out of the Team. */
export function LeaveForm({ teamName }: { teamName: string }) {
  return (
    <ActionForm action={leaveTeamAction} className="flex flex-col gap-4">
      {() => (
        <>
          <StopMailsBox>Also stop the mails about its sites to my address</StopMailsBox>
          <SubmitButton variant="danger" className="self-start">
            Leave<span className="sr-only"> {teamName}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
