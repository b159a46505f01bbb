import { PLAN_IDS, PLANS } from "#worker/core/plans.ts";

/** Describes the product and its prices to search engines (schema.org, as JSON-LD). */
export function StructuredData({ url, description }: { url: string; description: string }) {
  const application = {
    "@context": "https://schema.org",
    "@type": "WebApplication",
    name: "Flawless",
    url: new URL("/", url).href,
    description,
    applicationCategory: "BusinessApplication",
    operatingSystem: "Any",
    offers: PLAN_IDS.map((id) => ({
      "@type": "Offer",
      name: PLANS[id].name,
      price: (PLANS[id].prices.month / 100).toFixed(2),
      priceCurrency: "USD",
    })),
  };
  return <script type="application/ld+json">{JSON.stringify(application)}</script>;
}
