/**
 * Stripe's objects as the stand-in stores and sends them: the fields that the product reads, and those that make the shape
 * recognisable.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Metadata = { [key: string]: string };

export type Customer = {
  id: string;
  object: "customer";
  created: number;
  email: string | null;
  name: string | null;
  livemode: false;
  metadata: Metadata;
};

export type Product = {
  id: string;
  object: "product";
  active: true;
  created: number;
  livemode: false;
  metadata: Metadata;
  name: string;
};

export type Price = {
  id: string;
  object: "price";
  active: true;
  billing_scheme: "per_unit";
  created: number;
  currency: "usd";
  livemode: false;
  lookup_key: string;
  metadata: Metadata;
  product: string;
  recurring: { interval: "month" | "year"; interval_count: 1; meter: null; trial_period_days: null; usage_type: "licensed" };
  tax_behavior: "unspecified";
  type: "recurring";
  unit_amount: number;
  unit_amount_decimal: string;
};

export type SubscriptionItem = {
  id: string;
  object: "subscription_item";
  created: number;
  current_period_start: number;
  current_period_end: number;
  metadata: Metadata;
  price: Price;
  quantity: number;
  subscription: string;
};

export type SubscriptionStatus = "active" | "past_due" | "unpaid" | "canceled";

export type Subscription = {
  id: string;
  object: "subscription";
  billing_cycle_anchor: number;
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  canceled_at: number | null;
  cancellation_details: { comment: null; feedback: null; reason: "cancellation_requested" | "payment_failed" | null };
  collection_method: "charge_automatically";
  created: number;
  currency: "usd";
  customer: string;
  ended_at: number | null;
  items: { object: "list"; data: SubscriptionItem[]; has_more: false; total_count: number; url: string };
  latest_invoice: string | null;
  livemode: false;
  metadata: Metadata;
  start_date: number;
  status: SubscriptionStatus;
  trial_end: null;
};

export type CheckoutSession = {
  id: string;
  object: "checkout.session";
  allow_promotion_codes: boolean;
  automatic_tax: { enabled: boolean };
  tax_id_collection: { enabled: boolean };
  amount_total: number;
  cancel_url: string | null;
  client_reference_id: string | null;
  created: number;
  currency: "usd";
  customer: string;
  expires_at: number;
  livemode: false;
  metadata: Metadata;
  mode: "subscription";
  payment_status: "paid" | "unpaid";
  status: "open" | "complete" | "expired";
  subscription: string | null;
  success_url: string;
  url: string | null;
};

type AfterCompletion = { after_completion?: { type: "redirect"; redirect: { return_url: string } } | undefined };

/** A portal page with a single question: the change to another price, or the end of the subscription. */
export type PortalFlow =
  | ({
      type: "subscription_update_confirm";
      subscription_update_confirm: {
        subscription: string;
        items: { id: string; price: string; quantity?: string | undefined }[];
      };
    } & AfterCompletion)
  | ({ type: "subscription_cancel"; subscription_cancel: { subscription: string } } & AfterCompletion);

export type PortalSession = {
  id: string;
  object: "billing_portal.session";
  configuration: string;
  created: number;
  customer: string;
  flow: PortalFlow | null;
  livemode: false;
  return_url: string;
  url: string;
};

export type InvoiceLine = {
  id: string;
  object: "line_item";
  amount: number;
  currency: "usd";
  discount_amounts: { amount: number; discount: string }[];
  period: { start: number; end: number };
  subscription: string;
  taxes: { amount: number; tax_behavior: "exclusive" | "inclusive" }[];
};

export type Invoice = {
  id: string;
  object: "invoice";
  amount_due: number;
  amount_paid: number;
  billing_reason: "subscription_create" | "subscription_cycle" | "subscription_update";
  created: number;
  currency: "usd";
  customer: string;
  lines: { object: "list"; data: InvoiceLine[]; has_more: false; url: string };
  livemode: false;
  number: string;
  /** The part of what was paid that credit notes gave back. */
  post_payment_credit_notes_amount: number;
  parent: {
    type: "subscription_details";
    quote_details: null;
    subscription_details: { metadata: Metadata; subscription: string };
  };
  status: "paid" | "open";
  total: number;
};

/** A credit note to a paid invoice, with the refund that it made. */
export type CreditNote = {
  id: string;
  object: "credit_note";
  amount: number;
  created: number;
  currency: "usd";
  customer: string;
  invoice: string;
  livemode: false;
  memo: string | null;
  metadata: Metadata;
  reason: string | null;
  refunds: { amount_refunded: number; refund: string }[];
  status: "issued" | "void";
};

export type StripeObject = Customer | Subscription | CheckoutSession | Invoice | CreditNote;

export type StripeEvent = {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: StripeObject; previous_attributes?: { [key: string]: Json } };
  livemode: false;
  pending_webhooks: number;
  request: { id: null; idempotency_key: null };
  type: string;
};
