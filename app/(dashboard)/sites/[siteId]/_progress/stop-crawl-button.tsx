"use client";

import { Square } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { stopCrawlAction } from "#app/_verbs/crawls/stop-crawl-action.ts";

/** Stops a Crawl under way. What was read stays read. */
export function StopCrawlButton({ crawlId }: { crawlId: string }) {
  const [isStopping, stop] = useTransition();
  const toast = useToast();
  const onClick = () => {
    if (isStopping) return;
    stop(async () => {
      const { error, done } = await stopCrawlAction({ crawlId });
      const words = error ?? done;
      if (words) toast({ words });
    });
  };
  return (
    <Button size="small" aria-disabled={isStopping} onClick={onClick}>
      <Square aria-hidden className="size-3.5" /> Stop
    </Button>
  );
}
