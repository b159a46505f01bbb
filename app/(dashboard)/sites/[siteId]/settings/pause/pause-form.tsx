"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { pauseSiteAction } from "#app/_verbs/sites/pause-site-action.ts";
import { resumeSiteAction } from "#app/_verbs/sites/resume-site-action.ts";

/** One form for both directions, so that the confirmation stays visible when the button changes. */
export function PauseForm({ siteId, paused }: { siteId: string; paused: boolean }) {
  const change = (previous: FormState, form: FormData) =>
    paused ? resumeSiteAction(previous, form) : pauseSiteAction(previous, form);
  return (
    <ActionForm action={change} className="flex flex-col gap-3">
      {() => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <SubmitButton variant={paused ? "primary" : "secondary"} className="self-start">
            {paused ? "Resume" : "Pause"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
