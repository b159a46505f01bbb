import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import { PageLink } from "#app/_components/page-link.tsx";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { pageCheckWords } from "#worker/core/view/crawls/page-check-words.ts";
import type { PageCheckState } from "./use-page-check.ts";

/** The progress of a page check, then its result, in one line that screen readers announce. `siteId`: links to the page, too. */
export function PageCheckLine({ state, siteId }: { state: PageCheckState; siteId?: string }) {
  return (
    <div role="status" className="min-h-6 text-sm">
      <Line state={state} siteId={siteId} />
    </div>
  );
}

function Line({ state, siteId }: { state: PageCheckState; siteId: string | undefined }) {
  switch (state.step) {
    case "none":
      return null;
    case "starting":
      return <Words icon="working">Starting …</Words>;
    case "checking":
      return <Words icon="working">{progressWords(state.status)}</Words>;
    case "refused":
      return <Words icon="trouble">{state.reason}</Words>;
    case "done": {
      const { result } = state;
      return (
        <Words icon={result.state === "finished" ? "good" : "trouble"}>
          {pageCheckWords(result)}{" "}
          {siteId && result.pageId && (
            <PageLink href={`/sites/${siteId}/pages/${result.pageId}`} className="text-link">
              See the page
            </PageLink>
          )}
        </Words>
      );
    }
  }
}

function progressWords(status: CrawlStatus | null): string {
  if (!status || status.state === "queued") return "Waiting for its turn …";
  if (status.pagesDone === 0) return "Reading the page …";
  if (status.linksFound === 0) return "Checking its texts and links …";
  return `Checking its links: ${formatCount(status.linksChecked)} of ${formatCount(status.linksFound)} …`;
}

const ICONS = {
  working: { Icon: LoaderCircle, look: "text-muted motion-safe:animate-spin" },
  good: { Icon: CircleCheck, look: "text-success" },
  trouble: { Icon: CircleAlert, look: "text-danger" },
} as const;

function Words({ icon, children }: { icon: keyof typeof ICONS; children: React.ReactNode }) {
  const { Icon, look } = ICONS[icon];
  return (
    <p className="flex gap-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${look}`} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
