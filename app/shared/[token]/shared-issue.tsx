import { ArrowRight } from "lucide-react";
import { WebLink } from "#app/_components/web-link.tsx";
import { MarkedExcerpt } from "#app/(dashboard)/sites/[siteId]/_issues/marked-excerpt.tsx";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { unnamedTarget } from "#worker/core/view/issues/unnamed-target.ts";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";
import { shownAddress, shownPath } from "#worker/core/view/shown-address.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";

type SharedIssueProps = {
  issue: Pick<ListedIssue, "check" | "text" | "excerpt" | "message" | "suggestions" | "page" | "pageCount">;
};

/** One issue to read only: its sentence with the correction, why it is wrong, and where it is. */
export function SharedIssue({ issue }: SharedIssueProps) {
  const { check, text, excerpt, message, suggestions, page, pageCount } = issue;
  const [best] = suggestions;
  return (
    <li className="px-4 py-3.5 sm:px-5">
      <p className="font-serif text-lg leading-snug">
        {check === "links" ? (
          <LinkText text={text} excerpt={excerpt} />
        ) : (
          <>
            {markMistake(excerpt, text).mistake === "" && `${text}: `}
            <MarkedExcerpt excerpt={excerpt} wrong={text} />
          </>
        )}
        {best !== undefined && (
          <span className="ml-1 font-sans text-base">
            <ArrowRight aria-hidden className="mb-0.5 inline size-3.5 text-muted" />
            <span className="sr-only">, better:</span>{" "}
            <span className="font-semibold text-success">
              {(check === "links" ? shownAddress(best) : best) || "(remove it)"}
            </span>
          </span>
        )}
      </p>
      <p className="text-sm text-muted">{message}</p>
      <p className="mt-0.5 text-sm text-muted">
        {page === null ? (
          "no longer on the site"
        ) : (
          <WebLink
            href={textFragmentUrl(page.url, check === "links" ? excerpt : text, excerpt)}
            className="inline-block py-1 hover:underline"
          >
            {shownPath(page.url)}
          </WebLink>
        )}
        {pageCount > 1 && ` +${formatCount(pageCount - 1)} more`}
      </p>
    </li>
  );
}

function LinkText({ text, excerpt }: { text: string; excerpt: string }) {
  return (
    <>
      {excerpt ? `“${excerpt}”` : unnamedTarget(text)}{" "}
      <span className="relative inline-block max-w-full truncate align-bottom font-sans text-sm text-muted">
        <WebLink href={text} className="hover:underline">
          {shownAddress(text)}
        </WebLink>
      </span>
    </>
  );
}
