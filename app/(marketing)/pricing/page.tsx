import type { Metadata } from "next";
import { pageMetadata } from "../_components/page-metadata.ts";
import { PlanColumns, PRICING_LEAD } from "../_components/pricing.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/pricing",
  title: "Pricing",
  description: "What Flawless costs: free for one site, and two plans for more sites and pages.",
});

const ANSWERS = [
  [
    "How do I start?",
    "With the free plan, without a card. On your billing page you can try Pro for 14 days, also without a card, and move to a larger plan at any time.",
  ],
  [
    "How do I pay?",
    "A month or a year ahead, through Stripe. The plan renews until you cancel, and you keep it until the end of the time that you paid for. A year costs as much as ten months.",
  ],
  [
    "What happens when I cancel?",
    "You go back to Free. We pause the sites beyond its limit and delete nothing, so that you find everything as it was if you come back.",
  ],
  [
    "Why do you read only 50 pages at first?",
    "Until you verify that a site is yours, we read at most 50 of its pages, slowly: anyone could type its address. To verify it, add a tag, a file or a DNS record.",
  ],
] as const;

export default function PricingPage() {
  return (
    <div className="pt-10 sm:pt-16">
      <h1 className="font-serif text-4xl font-medium tracking-tight">Pricing</h1>
      <p className="mt-4 text-lg text-muted">{PRICING_LEAD}</p>
      <PlanColumns />
      <dl className="mt-14 grid gap-x-12 gap-y-8 md:grid-cols-2">
        {ANSWERS.map(([question, answer]) => (
          <div key={question}>
            <dt className="font-semibold">{question}</dt>
            <dd className="mt-1.5 text-muted">{answer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
