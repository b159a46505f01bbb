"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { pauseChannelAction } from "#app/_verbs/channels/pause-channel-action.ts";
import { resumeChannelAction } from "#app/_verbs/channels/resume-channel-action.ts";

/** One form for both directions, so that the confirmation stays visible when the button changes. */
export function PauseChannelForm({ channelId, isStopped }: { channelId: string; isStopped: boolean }) {
  const change = (previous: FormState, form: FormData) =>
    isStopped ? resumeChannelAction(previous, form) : pauseChannelAction(previous, form);
  return (
    <ActionForm action={change} className="flex flex-col gap-3">
      {() => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          <SubmitButton variant={isStopped ? "primary" : "secondary"} className="self-start">
            {isStopped ? "Resume" : "Pause"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
