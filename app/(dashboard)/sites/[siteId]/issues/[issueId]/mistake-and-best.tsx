import { ArrowRight } from "lucide-react";
import { WebLink } from "#app/_components/web-link.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

type Props = { issue: IssueView /** True if the target of a link can be opened from here. */; opens?: boolean };

/** The mistake and the best suggestion: "recieve → receive"; for a link its target. */
export function MistakeAndBest({ issue: { check, text, suggestions }, opens = false }: Props) {
  const isLink = check === "links";
  const [best] = suggestions;
  const shown = isLink ? shownAddress(text) : text;
  return (
    <>
      <span className="min-w-0">{isLink && opens ? <WebLink href={text}>{shown}</WebLink> : shown}</span>
      {best !== undefined && best !== "" && (
        <>
          <ArrowRight aria-hidden className="size-[0.9em] shrink-0 self-center text-muted" />
          <span className="sr-only">, instead:</span>
          <span className="min-w-0 text-success">{isLink ? shownAddress(best) : best}</span>
        </>
      )}
    </>
  );
}
