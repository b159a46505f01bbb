"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useId, useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { crawlNowAction } from "#app/_verbs/crawls/crawl-now-action.ts";
import { loadProgress } from "./_progress/watch-crawl.ts";

const UNDER_WAY = "A crawl of this site is under way.";
/** Pages without the progress of the Crawl learn of its end this way. */
const POLL_MS = 10_000;

/** `underWay`: id of the Crawl that is queued or running, so that no other can be started. */
type Props = { siteId: string; underWay?: string | null; variant?: "primary" | "secondary" };

/** Starts a Crawl now. While one is under way, it cannot be pressed and says why. */
export function CrawlNowButton({ siteId, underWay = null, variant }: Props) {
  const [asking, ask] = useTransition();
  const toast = useToast();
  const reason = useId();
  const isBusy = underWay !== null;
  useRefreshAtEnd(underWay);
  const onClick = () => {
    if (asking || isBusy) return;
    ask(async () => {
      const { error, done } = await crawlNowAction({ siteId });
      const words = error ?? done;
      if (words) toast({ words });
    });
  };
  return (
    <>
      <Button
        variant={variant}
        onClick={onClick}
        aria-disabled={asking || isBusy}
        aria-describedby={isBusy ? reason : undefined}
        title={isBusy ? UNDER_WAY : undefined}
      >
        <RefreshCw aria-hidden className={asking ? "size-4 motion-safe:animate-spin" : "size-4"} /> Crawl now
      </Button>
      {isBusy && (
        <span id={reason} className="sr-only">
          {UNDER_WAY}
        </span>
      )}
    </>
  );
}

function useRefreshAtEnd(crawlId: string | null): void {
  const router = useRouter();
  useEffect(() => {
    if (crawlId === null) return;
    const timer = setInterval(async () => {
      const status = await loadProgress(`/api/crawls/${crawlId}/progress`);
      if (status && status.state !== "queued" && status.state !== "running") router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [crawlId, router]);
}
