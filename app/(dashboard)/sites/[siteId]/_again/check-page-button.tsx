"use client";

import { ScanSearch } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import { PageCheckLine } from "./page-check-line.tsx";
import { usePageCheck } from "./use-page-check.ts";

/** Checks one page now, and says below the button how far it is and what it brought. */
export function CheckPageButton({ siteId, pageId }: { siteId: string; pageId: string }) {
  const { state, start } = usePageCheck();
  const isBusy = state.step === "starting" || state.step === "checking";
  return (
    <div className="flex flex-col items-start gap-2">
      <Button aria-disabled={isBusy} onClick={() => void (isBusy || start({ siteId, pageId }))}>
        <ScanSearch aria-hidden className="size-4" /> Check this page now
      </Button>
      <PageCheckLine state={state} />
    </div>
  );
}
