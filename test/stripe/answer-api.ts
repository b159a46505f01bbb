import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { parseFormBody } from "./form-body.ts";
import { findStoredAnswer, storeAnswer } from "./idempotency.ts";
import { catalogueRoutes } from "./routes/catalogue-routes.ts";
import { checkoutRoutes } from "./routes/checkout-routes.ts";
import { customerRoutes } from "./routes/customer-routes.ts";
import { invoiceRoutes } from "./routes/invoice-routes.ts";
import { paymentMethodRoutes } from "./routes/payment-method-routes.ts";
import { portalRoutes } from "./routes/portal-routes.ts";
import type { Route } from "./routes/route.ts";
import { subscriptionRoutes } from "./routes/subscription-routes.ts";
import type { State } from "./state.ts";
import { badParameter, StripeFault } from "./stripe-fault.ts";

const ROUTES: Route[] = [
  ...customerRoutes,
  ...catalogueRoutes,
  ...checkoutRoutes,
  ...paymentMethodRoutes,
  ...subscriptionRoutes,
  ...portalRoutes,
  ...invoiceRoutes,
];

export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  body: string;
  authorization: string | undefined;
  idempotencyKey: string | undefined;
};
/** The account of the API key, and the address of its pages. */
type Account = { apiKey: string; publicUrl: string };
export type ApiAnswer = { status: number; body: string };

/** Answers one request to Stripe's API, faults included. Knows one account, whose key is `apiKey`. */
export function answerApi(state: State, request: ApiRequest, { apiKey, publicUrl }: Account): ApiAnswer {
  const { method, path, body, idempotencyKey: key } = request;
  const asked = { key, method, path, body };
  try {
    authenticate(request.authorization, apiKey);
    const known = findStoredAnswer(state, asked);
    if (known) return known;
    const answer = { status: 200, body: JSON.stringify(findAnswer(state, request, publicUrl)) };
    storeAnswer(state, asked, answer);
    return answer;
  } catch (error) {
    const fault = asFault(error);
    return { status: fault.status, body: JSON.stringify(fault.toBody()) };
  }
}

function authenticate(authorization: string | undefined, apiKey: string): void {
  if (!authorization) throw new StripeFault(401, "You did not provide an API key.");
  if (!timingSafeEqual(digest(authorization), digest(`Bearer ${apiKey}`)))
    throw new StripeFault(401, "Invalid API Key provided.");
}

/** Hashes a text to a fixed length for comparison in constant time. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function findAnswer(state: State, { method, path, query, body }: ApiRequest, publicUrl: string): unknown {
  for (const route of ROUTES) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (!match) continue;
    const parameters = parseFormBody(method === "POST" ? body : query);
    return route.answer({ state, id: decodeURIComponent(match[1] ?? ""), parameters, publicUrl });
  }
  throw new StripeFault(404, `Unrecognized request URL (${method}: ${path}).`);
}

function asFault(error: unknown): StripeFault {
  if (error instanceof StripeFault) return error;
  if (error instanceof z.ZodError) return badParameter(error);
  if (error instanceof RangeError || error instanceof URIError) return new StripeFault(400, error.message);
  throw error;
}
