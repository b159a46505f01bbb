"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import type { TrialView } from "#prisma/queries/trials/find-trial.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

const count = z.number().int().min(0);

const trialSchema = z.object({
  startUrl: z.string(),
  name: z.string(),
  state: z.enum(["queued", "running", "finished", "failed"]),
  isDelayed: z.boolean(),
  failure: z.string().nullable(),
  pagesRead: count,
  linksChecked: count,
  findings: z.array(
    z.object({
      check: z.enum(CHECK_IDS),
      rule: z.string(),
      text: z.string(),
      message: z.string(),
      suggestion: z.string().nullable(),
      excerpt: z.string(),
      url: z.string(),
      pages: count,
    }),
  ),
  found: count,
  hints: count,
  readAt: z.coerce.date(),
}) satisfies z.ZodType<TrialView>;

const POLL_MS = 1_000;

/** Returns the result of a trial, asked for every second until its Crawl ends. */
export function useTrial(token: string, initial: TrialView): TrialView {
  const [trial, setTrial] = useState(initial);
  const isOver = trial.state === "finished" || trial.state === "failed";
  useEffect(() => {
    if (isOver) return;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      const answer = await ask(`/api/trials/${token}`);
      if (isStopped) return;
      if (answer) setTrial(answer);
      timer = setTimeout(poll, POLL_MS);
    };
    void poll();
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [token, isOver]);
  return trial;
}

/** Requests the result; null if the request fails, to be tried again. */
async function ask(address: string): Promise<TrialView | null> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    const found = trialSchema.safeParse(answer.ok ? await answer.json() : null);
    return found.success ? found.data : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
