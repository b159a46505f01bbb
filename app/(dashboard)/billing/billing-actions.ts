"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { billingDependencies } from "#app/_lib/stripe/billing-dependencies.ts";
import { openPortal } from "#app/_lib/stripe/open-portal.ts";
import { startCheckout } from "#app/_lib/stripe/start-checkout.ts";
import { BILLING_PERIODS } from "#worker/core/plans.ts";

const choice = z.object({ plan: z.enum(["pro", "agency"]), period: z.enum(BILLING_PERIODS) });

const purposeSchema = z.object({ purpose: z.enum(["manage", "cancel"]).default("manage") });

/** Redirects to the page at Stripe that sells the chosen Plan or changes to it. */
export async function choosePlan(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("billing.change");
    const offer = readInput(choice, formFields(form));
    redirect(await startCheckout(await billingDependencies(), { member, offer }));
  });
}

/** Redirects to Stripe's portal for invoices, cards and cancelling. */
export async function manageSubscription(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("billing.change");
    const { purpose } = readInput(purposeSchema, formFields(form));
    redirect(await openPortal(await billingDependencies(), { member, purpose }));
  });
}
