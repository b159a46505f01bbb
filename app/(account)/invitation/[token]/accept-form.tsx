"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { acceptInvitationAction } from "#app/_verbs/people/accept-invitation-action.ts";

/** Joins with the signed-in account. */
export function AcceptForm({ token }: { token: string }) {
  return (
    <ActionForm action={acceptInvitationAction}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="large">Join the team</SubmitButton>
          <p className="text-sm text-muted">If you do not want to, close this page: nothing changes.</p>
        </>
      )}
    </ActionForm>
  );
}
