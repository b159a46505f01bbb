import { ArrowRight } from "lucide-react";
import { WebLink } from "#app/_components/web-link.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

const SUGGESTIONS_SHOWN = 3;

/** The mistake and its corrections: "recieve → receive or relieve"; for a link its target. */
export function IssueTitle({ issue }: { issue: IssueView }) {
  const isLink = issue.check === "links";
  const suggestions = issue.suggestions.slice(0, SUGGESTIONS_SHOWN);
  return (
    <h3 className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 font-semibold text-wrap">
      {isLink ? <WebLink href={issue.text}>{shownAddress(issue.text)}</WebLink> : <span>{issue.text}</span>}
      {suggestions.length > 0 && (
        <>
          <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />
          <span className="sr-only">, instead:</span>
          <span className="text-success">{suggestions.map((text) => (isLink ? shownAddress(text) : text)).join(" or ")}</span>
        </>
      )}
    </h3>
  );
}
