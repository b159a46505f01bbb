"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { renewSigningSecretAction } from "#app/_verbs/channels/renew-signing-secret-action.ts";
import { SigningSecret } from "../signing-secret.tsx";

type RenewSecretFormProps = { channelId: string; previousUntil: Date | null };

/** Creates a new signing secret, and shows it once. */
export function RenewSecretForm({ channelId, previousUntil }: RenewSecretFormProps) {
  return (
    <ActionForm action={renewSigningSecretAction} className="flex flex-col gap-4">
      {({ secret }) => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          {secret && <SigningSecret key={secret} secret={secret} />}
          {previousUntil && (
            <p className="text-sm text-muted">
              The secret before this one signs, too, until <LocalTime at={previousUntil} />.
            </p>
          )}
          <SubmitButton variant="secondary" className="self-start">
            Create a new secret
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
