"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { keepTrialAction } from "#app/_verbs/trials/keep-trial-action.ts";
import { BrowserTimeZone } from "#app/(dashboard)/sites/new/browser-time-zone.tsx";

/** Offers to keep the result: by signing up, or with one button for someone who is signed in. */
export function KeepForm({ token, isSignedIn }: { token: string; isSignedIn: boolean }) {
  if (isSignedIn)
    return (
      <ActionForm action={keepTrialAction}>
        {() => (
          <div>
            <input type="hidden" name="token" value={token} />
            <BrowserTimeZone />
            <SubmitButton size="large">Add it to my sites</SubmitButton>
          </div>
        )}
      </ActionForm>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      <ButtonLink href={`/sign-up?try=${token}`} variant="primary" size="large">
        Keep this result
      </ButtonLink>
      <p className="text-sm text-muted">
        Free for one site, no card.{" "}
        <PageLink href={`/sign-in?next=/try/${token}`} className="text-link">
          I have an account
        </PageLink>
      </p>
    </div>
  );
}
