import { Banner } from "#app/_components/banner.tsx";
import { getSettings } from "#app/_lib/settings.ts";
import { isStandIn } from "#app/_lib/stripe/create-stripe.ts";

/** Says that purchases are simulated while no Stripe key is configured. */
export function TestModeBanner() {
  if (!isStandIn(getSettings())) return null;
  return (
    <Banner tone="warning" title="Test mode: no money moves">
      This installation has no Stripe key, so a simulation replaces Stripe. You can try out plans; we ask for no card and charge
      nothing.
    </Banner>
  );
}
