import { Card } from "#app/_components/card.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { unnamedTarget } from "#worker/core/view/issues/unnamed-target.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

/** A link's text, its target, what is wrong with it, and a better address if there is one. */
export function LinkCard({ issue }: { issue: IssueView }) {
  const [better] = issue.suggestions;
  return (
    <Card aria-labelledby="link" className="space-y-4">
      <div>
        <h3 id="link" className="text-sm font-medium text-muted">
          On the page
        </h3>
        <p className="mt-1 font-serif text-xl/snug">
          {issue.excerpt ? <>linked as “{issue.excerpt}”</> : unnamedTarget(issue.text)}
        </p>
        <p className="mt-1">
          to <WebLink href={issue.text}>{shownAddress(issue.text)}</WebLink>
        </p>
        <p className="mt-2 text-sm text-muted">{issue.message}</p>
      </div>
      {better !== undefined && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-l-4 border-success pl-3">
          <div className="min-w-0 flex-1 basis-64">
            <h3 className="text-sm font-medium text-muted">Link to this instead</h3>
            <p>
              <WebLink href={better}>{shownAddress(better)}</WebLink>
            </p>
          </div>
          <span data-copy>
            <CopyButton text={better} label="Copy the better address" />
          </span>
        </div>
      )}
    </Card>
  );
}
