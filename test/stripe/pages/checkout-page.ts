import { productName } from "#test/stripe/catalogue.ts";
import type { CheckoutSession } from "#test/stripe/objects.ts";
import { findCheckoutSession, payCheckout } from "#test/stripe/routes/checkout-routes.ts";
import type { State } from "#test/stripe/state.ts";
import { findPrice } from "#test/stripe/subscriptions.ts";
import type { Page, PageAnswer } from "./page.ts";
import { dollars, escapeHtml, pageFrame } from "./page-frame.ts";

/** Checkout as a customer sees it: pay, have the card declined, or go back. */
export const checkoutPage: Page = {
  pattern: /^\/checkout\/([^/]+)$/,
  answer({ state, id, form }) {
    const session = findCheckoutSession(state, id);
    if (session.status !== "open") return over(session);
    switch (form?.get("action")) {
      case "pay":
        payCheckout(state, session);
        return { location: session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id) };
      case "decline":
        return { html: show(state, session, "Your card was declined. Nothing was charged; try another card."), status: 402 };
      case "cancel":
        return { location: session.cancel_url ?? session.success_url };
      default:
        return { html: show(state, session) };
    }
  },
};

function show(state: State, session: CheckoutSession, fault = ""): string {
  const order = state.checkoutOrders[session.id];
  const price = order && findPrice(order.priceId);
  const name = price ? productName(price) : "Subscription";
  const email = state.customers[session.customer]?.email ?? "";
  return pageFrame(
    `Pay for ${name}`,
    `<div class="card"><h1>Subscribe to ${escapeHtml(name)}</h1>
<p><span class="price">${dollars(session.amount_total)}</span> <span class="muted">a ${price?.recurring.interval ?? "month"}</span></p>
<p class="muted">${escapeHtml(email)}</p>${fault ? `<p class="fault" role="alert">${escapeHtml(fault)}</p>` : ""}
<form method="post"><button class="main" name="action" value="pay">Pay ${dollars(session.amount_total)}</button>
<button name="action" value="decline">Pay with a card that is declined</button>
<button name="action" value="cancel">Cancel and go back</button></form></div>`,
  );
}

function over(session: CheckoutSession): PageAnswer {
  const what = session.status === "complete" ? "has been paid" : "is no longer valid";
  const back = session.cancel_url ? `<p><a class="button" href="${escapeHtml(session.cancel_url)}">Go back</a></p>` : "";
  return { html: pageFrame("Checkout is over", `<div class="card"><h1>This Checkout ${what}</h1>${back}</div>`), status: 410 };
}
