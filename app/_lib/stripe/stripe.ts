import { oncePerProcess } from "../once-per-process.ts";
import { getSettings } from "../settings.ts";
import { createStripe } from "./create-stripe.ts";

/** Returns the web process's Stripe client. @throws DomainError `unavailable` when payments are not set up. */
export const getStripe = oncePerProcess("stripe", () => createStripe(getSettings()));
