import type { Metadata } from "next";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/terms",
  title: "Terms",
  description: "What you may expect of Flawless, and what we expect of you.",
});

export default function TermsPage() {
  return (
    <ProsePage title="Terms" lead="What you may expect of us, and what we expect of you.">
      <h2>What we do</h2>
      <p>
        We visit the sites that you add, check what changed, and write to you about what we find. We can miss mistakes, and we
        can report something that is not a mistake: you decide what to change.
      </p>
      <h2>What you do</h2>
      <p>
        Add only sites that are yours or that you have been asked to look after, and add only people who want the mails. Keep
        your password to yourself.
      </p>
      <h2>Paying</h2>
      <p>
        Free costs nothing. You can try Pro for 14 days without a card. You pay for Pro and Agency a month or a year ahead
        through Stripe, and they renew until you cancel. You can cancel at any time on your billing page; you then keep the plan
        until the end of the paid time. When a plan or a trial ends, or a payment fails for a week, we pause the sites beyond
        the free limit and do not delete them.
      </p>
      <h2>Ending</h2>
      <p>
        You can delete your account at any time. We may close an account that harms others, for example by adding sites that are
        not its owner’s to add, and we say why.
      </p>
      <h2>Liability</h2>
      <p>We are liable as the law prescribes; beyond that, up to what you paid in the last 12 months.</p>
    </ProsePage>
  );
}
