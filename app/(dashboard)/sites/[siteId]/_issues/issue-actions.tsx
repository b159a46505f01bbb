"use client";

import { Ban, BookPlus, Check, EyeOff, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "#app/_components/button.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { hostLine } from "#worker/core/url/ignored-links.ts";
import type { useIssueVerbs } from "./use-issue-verbs.ts";

type IssueActionsProps = { siteId: string; issue: IssueView; verbs: ReturnType<typeof useIssueVerbs> };

/** The actions for one issue, by its state. Screen readers hear each name together with the issue's text. */
export function IssueActions({ siteId, issue, verbs }: IssueActionsProps) {
  const wanted = { issueIds: [issue.id], words: issue.text };
  const { change, addWord, ignoreHostOf } = verbs;
  const otherHost = otherHostOf(issue);
  if (issue.state === "ignored" || issue.state === "snoozed")
    return (
      <Action about={issue.text} onClick={() => change("unignore", wanted)} icon={<Undo2 aria-hidden className="size-4" />}>
        Stop ignoring
      </Action>
    );
  if (issue.fixedBy === "crawl") return null;
  if (issue.fixedBy === "dictionary")
    return (
      <Link
        href={`/sites/${siteId}/${issue.check === "links" ? "settings" : "dictionary"}`}
        className="px-2.5 text-sm text-muted hover:underline"
      >
        {issue.check === "links" ? "no longer checked" : "in the dictionary"}
      </Link>
    );
  if (issue.fixedBy === "person")
    return (
      <Action about={issue.text} onClick={() => change("undo", wanted)} icon={<Undo2 aria-hidden className="size-4" />}>
        Not fixed
      </Action>
    );
  return (
    <>
      {issue.check === "spelling" && (
        <Action
          about={issue.text}
          onClick={() => addWord(issue.id, issue.text)}
          icon={<BookPlus aria-hidden className="size-4" />}
        >
          Add to dictionary
        </Action>
      )}
      <Action about={issue.text} onClick={() => change("ignore", wanted)} icon={<EyeOff aria-hidden className="size-4" />}>
        Ignore
      </Action>
      {otherHost && (
        <Action
          about={`because of ${issue.text}`}
          onClick={() => ignoreHostOf(issue.id, issue.text)}
          icon={<Ban aria-hidden className="size-4" />}
        >
          Ignore links to {otherHost}
        </Action>
      )}
      <Action about={issue.text} onClick={() => change("mark-fixed", wanted)} icon={<Check aria-hidden className="size-4" />}>
        Mark as fixed
      </Action>
    </>
  );
}

/** Returns the host of a link if it is not the site's own, else null. */
function otherHostOf({ check, text, places: [place] }: IssueView): string | null {
  const host = check === "links" ? hostLine(text) : null;
  return host !== null && place && host !== hostLine(place.url) ? host : null;
}

function Action({ about, onClick, icon, children }: { about: string; onClick(): void; icon: ReactNode; children: ReactNode }) {
  return (
    <Button size="small" variant="quiet" className="text-muted hover:text-ink" onClick={onClick}>
      {icon}
      <span>
        {children}
        <span className="sr-only">“{about}”</span>
      </span>
    </Button>
  );
}
