"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { readAnswer } from "#app/_lib/answers/read-answer.ts";
import { requestJson } from "#app/_lib/answers/request-json.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { checkPageAction } from "#app/_verbs/crawls/check-page-action.ts";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import type { PageCheck } from "#prisma/queries/crawls/live/find-page-check.ts";
import { watchCrawl } from "../_progress/watch-crawl.ts";

/** A page check as its button shows it. `refused`: it was not started, with the reason in words. */
export type PageCheckState =
  | { step: "none" }
  | { step: "starting" }
  | { step: "checking"; status: CrawlStatus | null }
  | { step: "done"; result: PageCheck }
  | { step: "refused"; reason: string };

type Wanted = { siteId: string; pageId: string } | { siteId: string; address: string };

const loadParser = async () => (await import("./parse-page-check.ts")).parsePageCheck;
const LOST = "We lost touch with this check. Reload the page to see its result.";

/** Starts page checks one after the other and follows each to its end, where the page around it is loaded again. */
export function usePageCheck(): { state: PageCheckState; start(wanted: Wanted): Promise<void> } {
  const router = useRouter();
  const [state, setState] = useState<PageCheckState>({ step: "none" });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  const start = useCallback(
    async (wanted: Wanted) => {
      stop.current();
      setState({ step: "starting" });
      const { crawlId, error, fields } = await request(wanted);
      if (!crawlId) return setState({ step: "refused", reason: error ?? Object.values(fields ?? {})[0] ?? LOST });
      setState({ step: "checking", status: null });
      const onEnd = async () => {
        const result = await readAnswer(() => requestJson(`/api/crawls/${crawlId}/result`), loadParser);
        setState(result ? { step: "done", result } : { step: "refused", reason: LOST });
        router.refresh();
      };
      stop.current = watchCrawl(`/api/crawls/${crawlId}/progress`, {
        onProgress: (status) => setState({ step: "checking", status }),
        onEnd: () => void onEnd(),
      });
    },
    [router],
  );
  return { state, start };
}

/** Asks for the check. A request that does not arrive is said in words, so that the button can be pressed again. */
async function request(wanted: Wanted): Promise<Pick<FormState, "crawlId" | "error" | "fields">> {
  try {
    return await checkPageAction(wanted);
  } catch (error) {
    unstable_rethrow(error);
    return { error: "We could not reach the server. Check your connection, then try again." };
  }
}
