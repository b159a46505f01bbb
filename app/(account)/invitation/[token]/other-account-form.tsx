"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeAccount } from "./change-account.ts";

/** Says that the invitation is for another account than the signed-in one, and changes to it. */
export function OtherAccountForm({ token, email, signedInAs }: { token: string; email: string; signedInAs: string }) {
  return (
    <ActionForm action={changeAccount}>
      {() => (
        <>
          <Banner tone="warning" title={`You are signed in as ${signedInAs}`}>
            This invitation is for {email}. Sign out here, and go on with that address.
          </Banner>
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="large">Sign out and go on</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
