"use client";

import { Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink, buttonClass } from "#app/_components/button.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";

/** Shows new recovery codes, once. The heading takes the focus, because it replaces a form. */
export function RecoveryCodes({ codes, title }: { codes: string[]; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = codes.join("\n");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Flawless recovery codes. Each works once.\n\n${text}\n`)}`;
  return (
    <div className="flex flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {title}
      </h2>
      <Banner tone="warning" title="Keep these recovery codes now. They are not shown again.">
        Each of them signs you in once if you lose your phone. Keep them in a password manager or on paper, not on the phone.
      </Banner>
      <ul
        aria-label="Recovery codes"
        className="grid gap-x-8 gap-y-2 rounded-card bg-sunken p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label="Copy all recovery codes" />
        <a href={file} download="flawless-recovery-codes.txt" className={buttonClass({ size: "small" })}>
          <Download aria-hidden className="size-4" /> Download
        </a>
        <ButtonLink href="/account" variant="primary" size="small">
          I have kept them
        </ButtonLink>
      </div>
    </div>
  );
}
