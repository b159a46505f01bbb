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
