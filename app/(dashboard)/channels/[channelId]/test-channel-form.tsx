"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { testChannelAction } from "#app/_verbs/channels/test-channel-action.ts";

/** Sends a test message. */
export function TestChannelForm({ channelId }: { channelId: string }) {
  return (
    <ActionForm action={testChannelAction} className="flex flex-col gap-3">
      {() => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          <SubmitButton className="self-start">Send a test</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
