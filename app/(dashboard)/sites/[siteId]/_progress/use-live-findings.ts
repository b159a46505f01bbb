"use client";

import { useEffect, useState } from "react";
import * as z from "zod/mini";
import type { LiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

const findingsSchema = z.object({
  findings: z.array(
    z.object({
      check: z.enum(CHECK_IDS),
      rule: z.string(),
      text: z.string(),
      message: z.string(),
      suggestion: z.nullable(z.string()),
      excerpt: z.string(),
      url: z.string(),
      pages: z.int(),
    }),
  ),
  isFull: z.boolean(),
}) satisfies z.ZodMiniType<LiveFindings>;

const POLL_MS = 2_000;

/** Returns what a Crawl has found so far, asked for every two seconds until nothing can be added. */
export function useLiveFindings(crawlId: string, isRunning: boolean): LiveFindings["findings"] {
  const [found, setFound] = useState<LiveFindings>({ findings: [], isFull: false });
  const isOver = !isRunning || found.isFull;
  useEffect(() => {
    if (isOver) return;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      const answer = await ask(`/api/crawls/${crawlId}/findings`);
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

/** Requests the findings; null if the request fails, to be tried again. */
async function ask(address: string): Promise<LiveFindings | null> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    const found = findingsSchema.safeParse(answer.ok ? await answer.json() : null);
    return found.success ? found.data : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
