"use client";

import type { ReactNode } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { FoundList } from "#app/(dashboard)/sites/[siteId]/_progress/found-list.tsx";
import type { TrialView } from "#prisma/queries/trials/find-trial.ts";
import { plural } from "#worker/core/text/plural.ts";
import { TRIAL_PAGES } from "#worker/core/trial/trial-limits.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { useTrial } from "./use-trial.ts";

/** Shows what a trial found so far, and in the end. `children`: how to keep it. */
export function TrialResult({ token, initial, children }: { token: string; initial: TrialView; children: ReactNode }) {
  const trial = useTrial(token, initial);
  const { startUrl, state, failure, findings, found } = trial;
  const isRunning = state === "queued" || state === "running";
  return (
    <>
      <h1 className="font-serif text-3xl leading-tight font-medium tracking-tight [overflow-wrap:anywhere] sm:text-4xl">
        {headingOf(trial)}
      </h1>
      <p className="mt-3 text-muted [overflow-wrap:anywhere]">
        {shownAddress(startUrl)} · <Progress trial={trial} />
      </p>
      <p role="status" className="sr-only">
        {isRunning ? "" : headingOf(trial)}
      </p>
      {isRunning && (
        <progress aria-label="Pages read" className="progress mt-4" max={TRIAL_PAGES} value={trial.pagesRead || undefined} />
      )}
      {state === "failed" && (
        <div className="mt-6">
          <Banner tone="danger" title="We could not read this website">
            {failure ?? "The website did not answer."}
          </Banner>
        </div>
      )}
      {findings.length > 0 && <FoundList findings={findings} />}
      {found > findings.length && <p className="mt-3 text-muted">And {plural(found - findings.length, "more issue")}.</p>}
      {isRunning && findings.length === 0 && (
        <p className="mt-6 text-muted">Nothing yet. Mistakes appear here as soon as we find them.</p>
      )}
      {state === "finished" && <Rest trial={trial} />}
      {state !== "failed" && (
        <section aria-labelledby="keep" className="mt-8 rounded-card border border-accent bg-surface p-5 sm:p-6">
          <h2 id="keep" className="text-lg font-semibold">
            Read the whole site, every day
          </h2>
          <p className="mt-1 mb-4 text-muted">
            With an account you keep this result, we read the other pages too, and you get a mail when something changes.
          </p>
          {children}
        </section>
      )}
    </>
  );
}

function headingOf({ state, found, name }: TrialView): string {
  if (state === "failed") return `We could not read ${name}`;
  if (state !== "finished") return `Reading ${name} …`;
  return found === 0 ? `We found no mistakes on ${name}` : `We found ${plural(found, "issue")} on ${name}`;
}

function Progress({ trial }: { trial: TrialView }) {
  const { state, isDelayed, pagesRead, linksChecked, readAt } = trial;
  if (state === "queued") return <>{isDelayed ? "other websites come first, this takes a little longer" : "starting"}</>;
  const read = `${plural(pagesRead, "page")} read${linksChecked > 0 ? `, ${plural(linksChecked, "link")} checked` : ""}`;
  if (state === "running") return <>{read}</>;
  return (
    <>
      {read} · <LocalTime at={readAt} />
    </>
  );
}

function Rest({ trial: { found, hints, pagesRead } }: { trial: TrialView }) {
  return (
    <p className="mt-4 text-sm text-muted">
      {hints > 0 && `We also have ${plural(hints, "hint")} that may be no mistake. `}
      {found === 0 && "That is good work. "}
      {pagesRead >= TRIAL_PAGES && `Without an account we read ${TRIAL_PAGES} pages only. `}
      We delete this result after two days and send no one mail about it.
    </p>
  );
}
