"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "./button.tsx";

type FaultNoticeProps = { error: Error & { digest?: string }; reset(): void };

/** Says that a page could not be shown because of an error on our side. The code is also in the log. */
export function FaultNotice({ error, reset }: FaultNoticeProps) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div className="flex flex-col items-start gap-5">
      <title>Something went wrong · Flawless</title>
      <h1 className="font-serif text-3xl font-medium tracking-tight">Something went wrong on our side</h1>
      <p className="text-muted">
        We could not show this page. You lost nothing. Try again in a moment
        {error.digest && (
          <>
            ; if it happens again, send us this code:{" "}
            <code className="rounded bg-sunken px-1 font-mono text-ink">{error.digest}</code>
          </>
        )}
        .
      </p>
      <Button variant="primary" size="large" onClick={again}>
        Try again
      </Button>
    </div>
  );
}
