"use client";

import { useEffect, useState } from "react";
import { readAnswer } from "#app/_lib/answers/read-answer.ts";
import { requestJson } from "#app/_lib/answers/request-json.ts";
import type { TrialView } from "#prisma/queries/trials/find-trial.ts";

const POLL_MS = 1_000;
const loadParser = async () => (await import("./parse-trial.ts")).parseTrial;

/** Returns the result of a trial, asked for every second until its Crawl ends. */
export function useTrial(token: string, initial: TrialView): TrialView {
  const [trial, setTrial] = useState(initial);
  const isOver = trial.state === "finished" || trial.state === "failed";
  useEffect(() => {
    if (isOver) return;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      const answer = await readAnswer(() => requestJson(`/api/trials/${token}`), loadParser);
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
