import type { Instrumentation } from "next";

/**
 * Runs when Next starts the web process: wrong settings end it with a message that lists them, before the first request. It begins to note the
 * minutes in which this process works, and with a key of Stripe's to compare with Stripe.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { parseSettings } = await import("#worker/core/settings.ts");
    const settings = parseSettings(process.env);
    const { beat } = await import("#app/_lib/beat.ts");
    beat();
    if (!settings.STRIPE_SECRET_KEY) return;
    const { watchStripe } = await import("#app/_lib/stripe/watch-stripe.ts");
    watchStripe();
  }
}

/** Logs an error that Next met while it answered a request, so that it is reported as all errors are. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#worker/log.ts");
  log.error({ err: error, route: routePath, routeType }, "a page or a verb met an error");
};
