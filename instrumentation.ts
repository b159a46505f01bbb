/**
 * Runs when Next starts the web process: wrong settings end it with a message that lists them, before the first request. With a key of
 * Stripe's, it begins to compare with Stripe.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { parseSettings } = await import("#worker/core/settings.ts");
    const settings = parseSettings(process.env);
    if (!settings.STRIPE_SECRET_KEY) return;
    const { watchStripe } = await import("#app/_lib/stripe/watch-stripe.ts");
    watchStripe();
  }
}
