"use client";

import { useEffect, useRef } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { verifyEmail } from "./verify-email.ts";

/**
 * Sends itself off when a person's browser shows it; without JavaScript there is the button. Opening the link alone verifies nothing,
 * because mail scanners open links too.
 */
export function VerifyForm({ token }: { token: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.closest("form")?.requestSubmit(), []);
  return (
    <ActionForm action={verifyEmail}>
      {() => (
        <div ref={box}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="large">Verify and continue</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
