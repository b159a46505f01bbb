"use client";

import { renewRecoveryCodesAction } from "#app/_verbs/account/renew-recovery-codes-action.ts";
import { PasswordCheckForm } from "../password-check-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Creates new recovery codes and shows them instead of the form. */
export function RenewForm() {
  return (
    <PasswordCheckForm action={renewRecoveryCodesAction} id="renew-password" button="Make new recovery codes">
      {({ codes }) => codes && <RecoveryCodes codes={codes} title="Your new recovery codes" />}
    </PasswordCheckForm>
  );
}
