import { PRICES, productName } from "#test/stripe/catalogue.ts";
import type { PortalSession, Subscription } from "#test/stripe/objects.ts";
import type { State } from "#test/stripe/state.ts";
import { missing } from "#test/stripe/stripe-fault.ts";
import {
  cancelNow,
  changePrice,
  endPeriod,
  findPrice,
  payOpenInvoices,
  periodEnd,
  setCancelAtPeriodEnd,
} from "#test/stripe/subscriptions.ts";
import type { Page, PageAnswer } from "./page.ts";
import { dollars, escapeHtml, pageFrame } from "./page-frame.ts";

/** The customer portal: change the plan, cancel, resume; and buttons that simulate the passing of time. */
export const portalPage: Page = {
  pattern: /^\/portal\/([^/]+)$/,
  answer({ state, id, form }): PageAnswer {
    const session = state.portalSessions[id];
    if (!session) throw missing("billing_portal.session", id);
    const subscription = Object.values(state.subscriptions).find(
      (each) => each.customer === session.customer && each.status !== "canceled",
    );
    const { flow } = session;
    const asked = flow?.type === "subscription_update_confirm" ? flow.subscription_update_confirm.items[0]?.price : undefined;
    if (form && subscription) {
      ACTIONS[form.get("action") ?? ""]?.(state, subscription, form);
      if (flow) return { location: flow.after_completion?.redirect.return_url ?? session.return_url };
      return { location: `/portal/${id}` };
    }
    if (flow?.type === "subscription_cancel" && subscription) return { html: cancelPage(session, subscription) };
    if (asked && subscription) return { html: confirmPage(session, subscription, asked) };
    return { html: pageFrame("Your subscription", `${subscription ? card(subscription) : none()}${back(session)}`) };
  },
};

/** The action of each button of the portal. */
const ACTIONS: { [action: string]: (state: State, subscription: Subscription, form: URLSearchParams) => void } = {
  change: (state, subscription, form) => changePrice(state, subscription, form.get("price") ?? ""),
  cancel: (state, subscription) => setCancelAtPeriodEnd(state, subscription, true),
  resume: (state, subscription) => setCancelAtPeriodEnd(state, subscription, false),
  "cancel-now": (state, subscription) => cancelNow(state, subscription, "cancellation_requested"),
  "end-period": (state, subscription) => endPeriod(state, subscription, { paid: true }),
  "fail-payment": (state, subscription) => endPeriod(state, subscription, { paid: false }),
  "pay-invoice": (state, subscription) => payOpenInvoices(state, subscription),
  "give-up": (state, subscription) => cancelNow(state, subscription, "payment_failed"),
};

function card(subscription: Subscription): string {
  const price = subscription.items.data[0]?.price;
  const until = new Date(periodEnd(subscription) * 1000).toISOString().slice(0, 10);
  const others = PRICES.filter((candidate) => candidate.id !== price?.id);
  const changes = others.map(
    (other) => `<form method="post"><input type="hidden" name="price" value="${other.id}">
<button class="main" name="action" value="change">Change to ${escapeHtml(productName(other))} (${dollars(other.unit_amount)} a ${other.recurring.interval})</button></form>`,
  );
  const ending = subscription.cancel_at_period_end;
  return `<div class="card"><h1>${escapeHtml(price ? productName(price) : "Subscription")}</h1>
<p class="muted">${subscription.status}; ${ending ? "ends" : "renews"} on ${until}</p>${changes.join("")}
<form method="post">${subscription.status === "past_due" ? button("pay-invoice", "Pay the open invoice") : ""}
${ending ? button("resume", "Keep the subscription") : button("cancel", "Cancel at the end of the period")}
${button("cancel-now", "Cancel now")}</form></div>
<div class="card"><h2>Try what time would bring</h2><form method="post">${button("end-period", "Go to the end of the period")}
${button("fail-payment", "… where the payment fails")}${button("give-up", "… and after all retries failed")}</form></div>`;
}

function confirmPage(session: PortalSession, subscription: Subscription, priceId: string): string {
  const price = findPrice(priceId);
  const name = escapeHtml(productName(price));
  return pageFrame(
    `Change to ${productName(price)}`,
    `<div class="card"><h1>Change to ${name}</h1><p><span class="price">${dollars(price.unit_amount)}</span> <span class="muted">a ${price.recurring.interval}</span></p>
<p class="muted">instead of ${escapeHtml(subscription.items.data[0] ? productName(subscription.items.data[0].price) : "")}</p>
<form method="post"><input type="hidden" name="price" value="${escapeHtml(priceId)}">
<button class="main" name="action" value="change">Confirm</button></form></div>${back(session)}`,
  );
}

function cancelPage(session: PortalSession, subscription: Subscription): string {
  const until = new Date(periodEnd(subscription) * 1000).toISOString().slice(0, 10);
  return pageFrame(
    "Cancel the subscription",
    `<div class="card"><h1>Cancel the subscription</h1><p class="muted">It stays active until ${until}.</p>
<form method="post">${button("cancel", "Cancel at the end of the period")}</form></div>${back(session)}`,
  );
}

function button(action: string, label: string): string {
  return `<button name="action" value="${action}">${label}</button>`;
}

function none(): string {
  return `<div class="card"><h1>No subscription</h1><p class="muted">There is nothing to change.</p></div>`;
}

function back(session: PortalSession): string {
  return `<p><a class="button" href="${escapeHtml(session.return_url)}">Back to Flawless</a></p>`;
}
