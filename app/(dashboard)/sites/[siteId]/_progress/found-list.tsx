import type { LiveFinding } from "#prisma/queries/crawls/live/find-live-findings.ts";
import { plural } from "#worker/core/text/plural.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { MarkedExcerpt } from "../_issues/marked-excerpt.tsx";

/** Mistakes in their sentences, with what to write instead and where they are. */
export function FoundList({ findings }: { findings: readonly LiveFinding[] }) {
  return (
    <ul className="mt-3 divide-y divide-line">
      {findings.map(({ rule, text, message, suggestion, excerpt, url, pages }) => (
        <li key={`${rule} ${text}`} className="py-3">
          <p className="font-medium [overflow-wrap:anywhere]">
            {text}
            {suggestion && (
              <>
                {" "}
                <span aria-hidden>→</span>
                <span className="sr-only">, perhaps</span> <span className="text-success">{suggestion}</span>
              </>
            )}
          </p>
          <p className="mt-0.5 font-serif text-lg [overflow-wrap:anywhere]">
            <MarkedExcerpt excerpt={excerpt} wrong={text} />
          </p>
          <p className="mt-0.5 text-sm text-muted">{message}</p>
          <p className="mt-0.5 text-sm text-muted [overflow-wrap:anywhere]">
            {shownAddress(url)}
            {pages > 1 && ` and ${plural(pages - 1, "other page")}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
