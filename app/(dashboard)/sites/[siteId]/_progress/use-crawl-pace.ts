"use client";

import { useEffect, useState } from "react";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { addSample, type CrawlPace, type PaceSample, paceOfCrawl } from "#worker/core/view/crawls/crawl-pace.ts";

const TICK_MS = 1_000;

/** Returns how fast a running Crawl reads, and since when it runs in milliseconds (null on the server and while it is queued). */
export function useCrawlPace({
  state,
  startedAt,
  pagesDone,
  pagesFound,
}: CrawlStatus): CrawlPace & { elapsedMs: number | null } {
  const [now, setNow] = useState<number | null>(null);
  const [samples, setSamples] = useState<PaceSample[]>([]);
  const isRunning = state === "running";
  useEffect(() => {
    if (!isRunning) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  useEffect(() => {
    if (now !== null) setSamples((known) => addSample(known, { at: now, done: pagesDone, found: pagesFound }));
  }, [now, pagesDone, pagesFound]);
  const elapsedMs = now !== null && startedAt ? Math.max(0, now - startedAt.getTime()) : null;
  return { ...paceOfCrawl(samples), elapsedMs };
}
