import type Stripe from "stripe";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { requireSales } from "#prisma/queries/winding-down/require-still-open.ts";
import { grantsPlan } from "#worker/core/billing/grants-plan.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { PLANS } from "#worker/core/plans.ts";
import { checkRight } from "../session/check-right.ts";
import { ensureCustomer } from "./ensure-customer.ts";
import { findPriceId, type Offer } from "./prices.ts";
import type { BillingDependencies } from "./sync-subscription.ts";
import { withStripe } from "./with-stripe.ts";

type Dependencies = BillingDependencies & { appUrl: string };
type Wanted = { member: Member; offer: Offer };

/**
 * Returns the address for buying a Plan: Checkout for a first subscription, or the portal's confirmation page for a running
 * one, so that a Team never has two; while its payment fails, the portal, to pay first. Closes Checkouts left open in other tabs first.
 * @throws DomainError `forbidden` for anyone but an owner, `conflict` once the service closes, `unavailable` when Stripe does not answer.
 */
export async function startCheckout(dependencies: Dependencies, { member, offer }: Wanted): Promise<string> {
  checkRight(member, "billing.change");
  await requireSales(dependencies.db);
  return withStripe(
    `We could not open the checkout for ${PLANS[offer.plan].name}, because the payment service does not answer. We charged nothing. Try again in a minute.`,
    async () => {
      const { db, stripe, settings, appUrl } = dependencies;
      const billing = await findBilling(db, teamOf(member.teamId));
      const price = await findPriceId(stripe, settings, offer);
      const teamId = teamOf(member.teamId);
      const { email } = member;
      const customer = await ensureCustomer(dependencies, {
        teamId,
        email,
        stripeCustomerId: billing?.stripeCustomerId ?? null,
      });
      const running = await findRunning(stripe, customer);
      const returnUrl = new URL("/billing/return", appUrl).href;
      if (running) return openChange(stripe, { customer, running, price, returnUrl });
      await closeOpenCheckouts(stripe, customer);
      const session = await stripe.checkout.sessions.create({
        mode: "subscription",
        customer,
        line_items: [{ price, quantity: 1 }],
        client_reference_id: teamId,
        subscription_data: { metadata: { teamId } },
        allow_promotion_codes: true,
        tax_id_collection: { enabled: true },
        automatic_tax: { enabled: settings.STRIPE_TAX === "on" },
        // Stripe asks for both where a customer exists: the VAT id belongs to a name, the tax to an address.
        customer_update: { name: "auto", address: "auto" },
        success_url: `${returnUrl}?checkout={CHECKOUT_SESSION_ID}`,
        cancel_url: new URL("/billing?note=cancelled", appUrl).href,
      });
      if (!session.url) throw new Error("Stripe made a Checkout Session without an address.");
      return session.url;
    },
  );
}

/** Finds the subscription that a Team has; an unpaid one grants nothing, but a payment would bring it back. */
async function findRunning(stripe: Stripe, customer: string): Promise<Stripe.Subscription | null> {
  const { data } = await stripe.subscriptions.list({ customer, status: "all", limit: 100 });
  const unpaid = data.find(({ status }) => status === "unpaid");
  return data.find(({ status }) => grantsPlan(status)) ?? unpaid ?? null;
}

type Change = { customer: string; running: Stripe.Subscription; price: string; returnUrl: string };

async function openChange(stripe: Stripe, { customer, running, price, returnUrl }: Change): Promise<string> {
  const [item] = running.items.data;
  const portal = { customer, return_url: returnUrl };
  const isOwed = running.status === "past_due" || running.status === "unpaid";
  if (!item || item.price.id === price || isOwed) return (await stripe.billingPortal.sessions.create(portal)).url;
  const session = await stripe.billingPortal.sessions.create({
    ...portal,
    flow_data: {
      type: "subscription_update_confirm",
      subscription_update_confirm: { subscription: running.id, items: [{ id: item.id, price, quantity: 1 }] },
      after_completion: { type: "redirect", redirect: { return_url: returnUrl } },
    },
  });
  return session.url;
}

async function closeOpenCheckouts(stripe: Stripe, customer: string): Promise<void> {
  const { data } = await stripe.checkout.sessions.list({ customer, status: "open", limit: 10 });
  for (const { id } of data) await closeCheckout(stripe, id);
}

/**
 * Closes a Checkout. Another request may have closed it since it was listed, which is fine; if it was paid just now, throws, so
 * that no second one follows.
 */
async function closeCheckout(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(id);
  } catch (error) {
    const { status } = await stripe.checkout.sessions.retrieve(id);
    if (status !== "expired") throw error;
  }
}
