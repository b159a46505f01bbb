"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CrawlStanding } from "#prisma/queries/find-crawl-progress.ts";
import { standingSchema, watchCrawl } from "./watch-crawl.ts";

const DELAYED_AFTER_MS = 20_000;

/** How far a Crawl is, kept up to date; when it has ended, the page is fetched anew and shows the report. */
export function useCrawlProgress(crawl: CrawlStanding & { id: string }): CrawlStanding & { delayed: boolean } {
  const router = useRouter();
  const [standing, setStanding] = useState<CrawlStanding>(() => standingSchema.parse(crawl));
  const [delayed, setDelayed] = useState(false);
  useEffect(
    () => watchCrawl(`/api/crawls/${crawl.id}/progress`, { onProgress: setStanding, onEnd: () => router.refresh() }),
    [crawl.id, router],
  );
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(true), DELAYED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return { ...standing, delayed };
}
