"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { logRefusal } from "#app/_lib/security-log/log-refusal.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { billingDependencies } from "#app/_lib/stripe/billing-dependencies.ts";
import { openPortal } from "#app/_lib/stripe/open-portal.ts";
import { startCheckout } from "#app/_lib/stripe/start-checkout.ts";

const choice = z.object({ plan: z.enum(["pro", "agency"]) });

/** Redirects to the page at Stripe that sells the chosen Plan or changes to it. */
export async function choosePlan(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireMember();
    const { plan } = readInput(choice, formFields(form));
    redirect(await logRefusal(member, () => startCheckout(billingDependencies(), { member, plan })));
  });
}

/** Redirects to Stripe's portal for invoices, cards and cancelling. */
export async function manageSubscription(): Promise<FormState> {
  return runAction(async () => {
    const member = await requireMember();
    redirect(await logRefusal(member, () => openPortal(billingDependencies(), { member })));
  });
}
