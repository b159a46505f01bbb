"use client";

import { UserRound } from "lucide-react";
import { Badge, type BadgeTone } from "#app/_components/badge.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { STATE_WORDS, severityWords } from "#worker/core/view/issues/issue-words.ts";
import { shownPath } from "#worker/core/view/shown-address.ts";
import { textFragmentUrl } from "#worker/core/view/text-fragment-url.ts";
import { useListControls } from "./list-controls.ts";

const TONES: Record<ListedIssue["severity"], BadgeTone> = { error: "danger", warning: "warning", hint: "neutral" };

/** The first page of an issue with the number of others, and what else is known about it in a few words. */
export function RowPlace({ issue, assigneeId }: { issue: ListedIssue; assigneeId: string | null }) {
  const { showsSite, members, ownUserId } = useListControls();
  const { page, pageCount, check, text, excerpt, state } = issue;
  const assignee = members.find(({ userId }) => userId === assigneeId);
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-muted">
      {showsSite && <span className="max-w-full truncate font-medium text-ink">{issue.siteName}</span>}
      {page === null ? (
        <span>no longer on the site</span>
      ) : (
        <span className="flex max-w-full min-w-0 gap-1">
          <span className="relative min-w-0 truncate">
            <WebLink
              href={textFragmentUrl(page.url, check === "links" ? excerpt : text, excerpt)}
              className="block truncate leading-6 hover:underline"
            >
              {shownPath(page.url)}
            </WebLink>
          </span>
          {pageCount > 1 && <span className="shrink-0 leading-6">+{formatCount(pageCount - 1)} more</span>}
        </span>
      )}
      {issue.isNew && state === "open" && <Badge tone="accent">New</Badge>}
      {state !== "open" && <Badge>{STATE_WORDS[state]}</Badge>}
      {issue.severity !== "error" || check === "links" ? (
        <Badge tone={TONES[issue.severity]}>{severityWords(issue)}</Badge>
      ) : null}
      {assignee && (
        <Badge>
          <UserRound aria-hidden className="size-3" />
          <span className="sr-only">Assigned to </span>
          {assignee.userId === ownUserId ? "you" : assignee.name}
        </Badge>
      )}
    </div>
  );
}
