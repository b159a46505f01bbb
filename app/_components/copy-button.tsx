"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { useToast } from "./toaster.tsx";

const SHOWN_MS = 2_000;

/** Copies a text. `label` names it for screen readers. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    // Browsers offer no clipboard to pages without encryption.
    (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("There is no clipboard."))).then(
      () => setCopied(true),
      () => toast({ words: "Your browser blocked the copy. Select the text and copy it yourself." }),
    );
  return (
    <Button size="small" onClick={copy} aria-label={label}>
      {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      <span role="status">{copied ? "Copied" : "Copy"}</span>
    </Button>
  );
}
