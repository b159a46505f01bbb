import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "#app/_components/button.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import type { IssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import type { SiteView } from "#prisma/queries/sites/find-site.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";
import { EditLink } from "../../_edit-link/edit-link.tsx";
import { IssueActions } from "./issue-actions.tsx";

type Props = {
  site: SiteView;
  issue: IssueView;
  history: IssueHistory;
  members: readonly MemberView[];
  ownUserId: string;
  canChange: boolean;
};

/** Offers what can be done about an issue and where to correct it, and says how it is going. */
export function IssueAside({ site, issue, history, members, ownUserId, canChange }: Props) {
  const { assignee, snoozedUntil } = history;
  const [place] = issue.places;
  return (
    <section aria-label="What you can do" className="space-y-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
      {canChange && (
        <IssueActions
          siteId={site.id}
          issue={issue}
          members={members}
          ownUserId={ownUserId}
          assigneeId={assignee?.userId ?? null}
        />
      )}
      {place && (
        <div className="-ml-2.5 flex flex-wrap gap-1 lg:flex-col lg:items-start">
          <EditLink pattern={site.editPattern} page={place} />
          <a
            href={textFragmentUrl(place.url, issue.check === "links" ? place.excerpt : issue.text, place.excerpt)}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={buttonClass({ size: "small", variant: "quiet" })}
          >
            <ExternalLink aria-hidden className="size-4" />
            Show it on the site
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        </div>
      )}
      <dl className="space-y-2 text-sm">
        {assignee && <Fact name="Assigned to">{assignee.name}</Fact>}
        {snoozedUntil !== null && (
          <Fact name="Snoozed until">
            {snoozedUntil instanceof Date ? <LocalTime at={snoozedUntil} /> : "the text changes"}
          </Fact>
        )}
        <Fact name={issue.fixedAt ? "Opened" : "Open since"}>
          <LocalTime at={issue.openedAt} />
        </Fact>
        {issue.fixedAt && (
          <Fact name="Fixed">
            <LocalTime at={issue.fixedAt} />
          </Fact>
        )}
        {issue.confidence < MAIL_CONFIDENCE && <Fact name="Mail">We are not sure enough to mail this.</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
