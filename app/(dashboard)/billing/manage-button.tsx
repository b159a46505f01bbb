"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { manageSubscription } from "./billing-actions.ts";

/** Opens Stripe's portal: invoices, card, cancelling. */
export function ManageButton({ children = "Invoices and card" }: { children?: string }) {
  return (
    <ActionForm action={manageSubscription}>{() => <SubmitButton variant="secondary">{children}</SubmitButton>}</ActionForm>
  );
}
