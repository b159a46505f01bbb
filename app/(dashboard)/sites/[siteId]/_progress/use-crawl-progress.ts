"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CrawlStanding } from "#prisma/queries/crawls/find-crawl-progress.ts";
import { standingSchema, watchCrawl } from "./watch-crawl.ts";

const DELAYED_AFTER_MS = 20_000;
/** The report is asked for again when the first asking was lost on the way. */
const REFRESH_MS = 5_000;

/** How far a Crawl is, kept up to date; when it has ended, the page is fetched again and shows the report. */
export function useCrawlProgress(crawl: CrawlStanding & { id: string }): CrawlStanding & { delayed: boolean } {
  const router = useRouter();
  const [standing, setStanding] = useState<CrawlStanding>(() => standingSchema.parse(crawl));
  const [delayed, setDelayed] = useState(false);
  useEffect(() => {
    let again: ReturnType<typeof setInterval> | undefined;
    const onEnd = () => {
      router.refresh();
      again = setInterval(() => router.refresh(), REFRESH_MS);
    };
    const stop = watchCrawl(`/api/crawls/${crawl.id}/progress`, { onProgress: setStanding, onEnd });
    return () => {
      stop();
      clearInterval(again);
    };
  }, [crawl.id, router]);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(true), DELAYED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return { ...standing, delayed };
}
