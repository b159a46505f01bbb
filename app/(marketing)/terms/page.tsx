import type { Metadata } from "next";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = {
  title: "Terms",
  description: "What you may expect of Flawless, and what we expect of you.",
};

export default function TermsPage() {
  return (
    <ProsePage title="Terms" lead="What you may expect of us, and what we expect of you.">
      <h2>What we do</h2>
      <p>
        We visit the sites that you add, check what changed, and write to you about what we find. We can miss mistakes and mark
        what is none: a person decides what to change.
      </p>
      <h2>What you do</h2>
      <p>
        Add only sites that are yours or that you have been asked to look after, and only people who will want the mails. Keep
        your password to yourself.
      </p>
      <h2>Paying</h2>
      <p>
        Free costs nothing and stays so. Pro and Agency are paid a month ahead through Stripe and renew until you cancel, which
        you can do at any time on your billing page; the plan then lasts until the end of what is paid. When a plan ends, sites
        beyond the free limit are paused, not deleted.
      </p>
      <h2>Ending</h2>
      <p>
        You can delete your account at any time. We may close an account that harms others, for example by adding sites that are
        not its owner’s to add, and say why.
      </p>
      <h2>Liability</h2>
      <p>We are liable as the law prescribes; beyond that, up to what you paid in the last twelve months.</p>
    </ProsePage>
  );
}
