import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { CheckoutSession, CreditNote, Customer, Invoice, PortalSession, StripeEvent, Subscription } from "./objects.ts";

/** The order behind a Checkout Session; Stripe does not show it unless expanded. */
export type CheckoutOrder = { priceId: string; quantity: number; subscriptionMetadata: { [key: string]: string } };
export type KnownAnswer = { fingerprint: string; status: number; body: string };

export type State = {
  customers: { [id: string]: Customer };
  subscriptions: { [id: string]: Subscription };
  checkoutSessions: { [id: string]: CheckoutSession };
  checkoutOrders: { [sessionId: string]: CheckoutOrder };
  portalSessions: { [id: string]: PortalSession };
  invoices: { [id: string]: Invoice };
  creditNotes: { [id: string]: CreditNote };
  events: { [id: string]: StripeEvent };
  /** Events that the webhook has not accepted yet, oldest first. */
  undelivered: string[];
  idempotency: { [key: string]: KnownAnswer };
  /** Seconds by which the simulated clock runs ahead. */
  clockAhead: number;
};

function emptyState(): State {
  return {
    customers: {},
    subscriptions: {},
    checkoutSessions: {},
    checkoutOrders: {},
    portalSessions: {},
    invoices: {},
    creditNotes: {},
    events: {},
    undelivered: [],
    idempotency: {},
    clockAhead: 0,
  };
}

/** Loads the state from `path`, or returns a new one. Only this program writes the file. */
export function loadState(path: string | undefined): State {
  if (!path || !existsSync(path)) return emptyState();
  return { ...emptyState(), ...JSON.parse(readFileSync(path, "utf8")) };
}

/** Writes the state to a new file and renames it, so that a kill in the middle leaves the old file. */
export function saveState(state: State, path: string | undefined): void {
  if (!path) return;
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Returns an id that looks like Stripe's: `sub_1Q…`. */
export function makeId(prefix: string): string {
  return `${prefix}_1S${randomBytes(18).toString("base64url").replace(/[-_]/g, "x")}`;
}

/** Returns the simulated time in whole seconds. */
export function clock(state: State): number {
  return Math.floor(Date.now() / 1000) + state.clockAhead;
}
