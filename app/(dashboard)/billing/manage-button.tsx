"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { manageSubscription } from "./billing-actions.ts";

type ManageButtonProps = { children?: string; purpose?: "manage" | "cancel" };

/** Opens Stripe's portal: invoices, card, cancelling; or only its question about cancelling. */
export function ManageButton({ children = "Invoices and card", purpose = "manage" }: ManageButtonProps) {
  return (
    <ActionForm action={manageSubscription}>
      {() => (
        <>
          <input type="hidden" name="purpose" value={purpose} />
          <SubmitButton variant="secondary">{children}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
