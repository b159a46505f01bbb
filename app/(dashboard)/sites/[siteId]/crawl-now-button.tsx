"use client";

import { RefreshCw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { crawlNowAction } from "#app/_verbs/crawl-now-action.ts";

/** Starts a Crawl now. While one is under way, the page shows it. */
export function CrawlNowButton({ siteId, variant }: { siteId: string; variant?: "primary" | "secondary" }) {
  const [asking, ask] = useTransition();
  const toast = useToast();
  const onClick = () => {
    if (asking) return;
    ask(async () => {
      const { error, done } = await crawlNowAction({ siteId });
      const words = error ?? done;
      if (words) toast({ words });
    });
  };
  return (
    <Button variant={variant} onClick={onClick} aria-disabled={asking}>
      <RefreshCw aria-hidden className={asking ? "size-4 motion-safe:animate-spin" : "size-4"} /> Crawl now
    </Button>
  );
}
