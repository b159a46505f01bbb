import { PageLink } from "#app/_components/page-link.tsx";
import { CodeBlock } from "./code-block.tsx";

/** Explains how to begin with the API, and what all calls have in common. `server`: its address. */
export function Introduction({ server }: { server: string }) {
  return (
    <section
      aria-labelledby="start"
      className="flex flex-col gap-4 pb-10 [&_code]:font-mono [&_code]:text-[0.92em] [&_h3]:mt-3 [&_h3]:font-semibold [&_p]:max-w-prose"
    >
      <h2 id="start" className="scroll-mt-6 text-2xl font-semibold tracking-tight">
        Getting started
      </h2>
      <p>
        An owner of the team creates a token under{" "}
        <PageLink href="/api-access" className="text-link">
          API
        </PageLink>
        , with the rights that the program needs, for all sites or some, and for as long as you choose. Send it with each call:
      </p>
      <CodeBlock label="Example of a call">
        {[`curl ${server}/sites`, `  -H "Authorization: Bearer $FLAWLESS_TOKEN"`].join(" \\\n")}
      </CodeBlock>
      <h3>Lists</h3>
      <p>
        A list has at most 100 rows. If there are more, <code>nextCursor</code> is not null: send it as <code>cursor</code> to
        get the next ones.
      </p>
      <h3>Limits</h3>
      <p>
        A token has 120 calls a minute. The headers <code>RateLimit</code> and <code>RateLimit-Policy</code> say how many are
        left. Beyond that, the answer is 429, and <code>Retry-After</code> says how many seconds to wait.
      </p>
      <h3>Repeating a call</h3>
      <p>
        If you do not know whether a POST arrived, repeat it with the same <code>Idempotency-Key</code>, a text of your own.
        Within a day you get the first answer again, and nothing is done twice.
      </p>
    </section>
  );
}
