"use client";

import { useEffect, useState } from "react";
import { readAnswer } from "#app/_lib/answers/read-answer.ts";
import { requestJson } from "#app/_lib/answers/request-json.ts";
import type { LiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";

const POLL_MS = 2_000;
const loadParser = async () => (await import("./parse-findings.ts")).parseFindings;

/** Returns what a Crawl has found so far, asked for every two seconds until nothing can be added. */
export function useLiveFindings(crawlId: string, isRunning: boolean): LiveFindings["findings"] {
  const [found, setFound] = useState<LiveFindings>({ findings: [], isFull: false });
  const isOver = !isRunning || found.isFull;
  useEffect(() => {
    if (isOver) return;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      const answer = await readAnswer(() => requestJson(`/api/crawls/${crawlId}/findings`), loadParser);
      if (isStopped) return;
      if (answer) setFound(answer);
      timer = setTimeout(poll, POLL_MS);
    };
    void poll();
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [crawlId, isOver]);
  return found.findings;
}
