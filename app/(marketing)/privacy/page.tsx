import type { Metadata } from "next";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { DELETED_KEPT_DAYS } from "#worker/core/deletion/erased-at.ts";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/privacy",
  title: "Privacy",
  description: "What Flawless stores about you and your site, for how long, and who sees it.",
});

export default function PrivacyPage() {
  const email = contactAddress();
  return (
    <ProsePage title="Privacy" lead="What we store, why, and how to get rid of it.">
      <h2>Your account</h2>
      <p>
        Your e-mail address and a one-way hash of your password. For each browser that is signed in, when it signed in, what it
        says about itself and, where our servers see it, its network address, so that a session can be ended and guessing of
        passwords be stopped. When you add someone's address, we ask them by mail whether they agree, and send nothing else
        before.
      </p>
      <p>
        A log of what matters for the security of your account, such as sign-ins and changes of the password: when, in which
        browser, and from which network, without the last part of its address. You can read it on your account page; we keep it
        for one year. Who did what in a team, we show to its owners and editors, also for one year; the address of someone who
        has left is not shown there. With two-factor sign-in, the key of your app, encrypted, and one-way hashes of your
        recovery codes.
      </p>
      <h2>Your site</h2>
      <p>
        The text, titles and links of its public pages, as a visitor without an account sees them; the issues that we found; and
        what you decided about them. We keep earlier versions of a page to show what changed, and pictures of pages with issues.
        Both are erased with the site.
      </p>
      <p>
        If you give us a sign-in for your site, we encrypt it, send it only to your site and never show it again; we then also
        keep the text of the pages that it opens. To delete it, remove it in the site’s settings.
      </p>
      <h2>Trying us out</h2>
      <p>
        If you try a website on our start page, we read up to five of its pages and keep the result for two days under an
        address that only you know. To limit the number of tries we keep, for as long, a keyed hash of your network address or,
        where we do not see that, of a random number in a cookie.
      </p>
      <h2>Mail that does not arrive</h2>
      <p>
        When mail to an address comes back, or its reader calls it spam, we keep the address and the reason, so that we stop
        writing: for a year, or after a complaint until the reader wants our mail again.
      </p>
      <h2>Payment</h2>
      <p>
        Stripe takes payments. Card numbers never reach us; we keep Stripe’s numbers for you and your subscription, and what
        plan it is for.
      </p>
      <h2>Cookies</h2>
      <p>
        One that keeps you signed in. One that remembers for a year that you signed in with this browser, so that strangers who
        guess at your password cannot lock you out. For an hour after signing up, one that remembers which address waits to be
        verified. For an hour after you try a website without an account, one with a random number may count your tries. With
        two-factor sign-in, one for ten minutes while we wait for your code, and one for 30 days if you trust a browser. No
        advertising, no counting of visitors, nothing loaded from other companies.
      </p>
      <h2>Who sees it</h2>
      <p>
        Your team. The people who agreed to get a site’s mails, the mail server that carries them, and Stripe if you pay. We
        check text on our own machines and send it to no other service.
      </p>
      <h2>Deleting</h2>
      <p>
        When you delete a site, it and everything about it disappear at once: from your pages, our mails and every address that
        you shared. When you delete your account, so do all your sites, and we end your subscription. For {DELETED_KEPT_DAYS}{" "}
        days we can restore what you deleted, if you write to us. Then we erase it: texts, pictures, issues and your address. If
        you want that at once, write to us, too. Our encrypted backups of it are deleted within a year. Invoices stay with
        Stripe as long as the law asks.
      </p>
      <h2>Questions</h2>
      <p>
        <a href={`mailto:${email}`} className="text-link">
          {email}
        </a>
      </p>
    </ProsePage>
  );
}
