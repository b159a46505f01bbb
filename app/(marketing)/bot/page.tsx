import type { Metadata } from "next";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { CRAWLER_TOKEN, crawlerUserAgent } from "#worker/core/crawler-name.ts";
import { UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { GENTLE_PACE, LONGEST_DELAY_MS } from "#worker/core/pace/pace.ts";
import { TRIAL_PAGES } from "#worker/core/trial/trial-limits.ts";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/bot",
  title: "Our crawler",
  description: "What the Flawless crawler does on your server, how to slow it down or keep it out, and how to reach us.",
});

export default function BotPage() {
  const email = contactAddress();
  return (
    <ProsePage
      title="Our crawler"
      lead="You probably found it in your server’s log. It visits your site because someone who looks after it asked us to proofread it."
    >
      <h2>How to recognise it</h2>
      <p>
        Our requests say who we are, and so does the browser that we use for some pages. There is one exception: if a linked
        address blocks programs, we open it once in an ordinary browser to see what a visitor would see.
      </p>
      <Code>{crawlerUserAgent(getSettings().APP_URL)}</Code>
      <h2>How to keep it out</h2>
      <p>
        It reads robots.txt first and obeys it as{" "}
        <a href="https://www.rfc-editor.org/rfc/rfc9309" className="text-link">
          RFC 9309
        </a>{" "}
        says. This keeps it out of everything:
      </p>
      <Code>{`User-agent: ${CRAWLER_TOKEN}\nDisallow: /`}</Code>
      <p>These lines keep it out of one folder:</p>
      <Code>{`User-agent: ${CRAWLER_TOKEN}\nDisallow: /drafts/`}</Code>
      <h2>How to slow it down</h2>
      <p>
        It keeps to <code>Crawl-delay</code> in robots.txt (up to {LONGEST_DELAY_MS / 1000} seconds) and to{" "}
        <code>Retry-After</code> in your server’s answers (429 and 503), with all its machines together.
      </p>
      <Code>{`User-agent: ${CRAWLER_TOKEN}\nCrawl-delay: 5`}</Code>
      <h2>What it does</h2>
      <ul>
        <li>It visits a site once a day, and when its owner starts a crawl.</li>
        <li>
          It reads up to {TRIAL_PAGES} pages of a site once when a visitor of our start page wants to see what it would find
          there. Nobody gets mail about that, and the result is deleted after two days.
        </li>
        <li>
          It requests {GENTLE_PACE.atATime} pages at a time, with a pause of {GENTLE_PACE.delayMs} milliseconds, and at most{" "}
          {UNPROVEN_PAGES} pages, until someone has verified that the site is theirs: by a tag, a file or a DNS record that only
          its owner can add. After that it reads the whole site, and faster.
        </li>
        <li>It sends fewer requests when your server answers more slowly than usual.</li>
        <li>
          It checks whether a page has changed before it loads it again, if your server supports that (ETag, Last-Modified).
        </li>
        <li>
          It loads no images, videos or fonts, fills in no forms and buys nothing. It signs in only to sites whose owner gave us
          a sign-in.
        </li>
        <li>
          It requests links to other sites to see whether they work, and tries again before we call one broken. We do not keep
          their text.
        </li>
        <li>
          It may request an address that does not exist (<code>/no-such-page-…</code>), to learn what your error page looks
          like: some servers answer 200 there.
        </li>
      </ul>
      <h2>How to reach us</h2>
      <p>
        Write to{" "}
        <a href={`mailto:${email}`} className="text-link">
          {email}
        </a>
        , with a line from your log if you can. We read every mail.
      </p>
    </ProsePage>
  );
}

function Code({ children }: { children: string }) {
  return (
    <pre className="rounded-card border border-line bg-sunken px-4 py-3 font-mono text-sm whitespace-pre-wrap">{children}</pre>
  );
}
