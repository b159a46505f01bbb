import { redirect } from "next/navigation";
import { requireMember } from "#app/_lib/session/session.ts";
import { billingDependencies } from "#app/_lib/stripe/billing-dependencies.ts";
import { finishCheckout } from "#app/_lib/stripe/finish-checkout.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Handles the return from Stripe's pages: applies what was bought or changed there, then shows the billing page. */
export async function GET(request: Request): Promise<Response> {
  const member = await requireMember("billing.see");
  const bought = new URL(request.url).searchParams.has("checkout");
  let note = bought ? "bought" : "back";
  try {
    await finishCheckout(await billingDependencies(), { member });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    note = "late";
  }
  redirect(`/billing?note=${note}`);
}
