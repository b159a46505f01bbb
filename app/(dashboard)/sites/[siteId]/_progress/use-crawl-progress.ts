"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { watchCrawl } from "./watch-crawl.ts";

const DELAYED_AFTER_MS = 20_000;
/** Interval for requesting the report again, in case a request is lost. */
const REFRESH_MS = 5_000;

/** Returns the live progress of a Crawl; when it has ended, refreshes the page, which then shows the report. */
export function useCrawlProgress(crawl: CrawlStatus & { id: string }): CrawlStatus & { delayed: boolean } {
  const router = useRouter();
  const [status, setStatus] = useState<CrawlStatus>(crawl);
  const [delayed, setDelayed] = useState(false);
  useEffect(() => {
    let again: ReturnType<typeof setInterval> | undefined;
    const onEnd = () => {
      router.refresh();
      again = setInterval(() => router.refresh(), REFRESH_MS);
    };
    const stop = watchCrawl(`/api/crawls/${crawl.id}/progress`, { onProgress: setStatus, onEnd });
    return () => {
      stop();
      clearInterval(again);
    };
  }, [crawl.id, router]);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(true), DELAYED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return { ...status, delayed };
}
