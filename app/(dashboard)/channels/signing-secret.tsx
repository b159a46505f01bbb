"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";

/** Shows a new signing secret, once. The heading takes the focus, because it replaces a form. */
export function SigningSecret({ secret, children }: { secret: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Your signing secret
      </h3>
      <Banner tone="warning" title="Copy this secret now. We do not show it again.">
        Your program checks with it that a message came from us. The signature follows Standard Webhooks, for which there are
        libraries in most languages.
      </Banner>
      <p className="flex flex-wrap items-center gap-3 rounded-card bg-sunken p-4">
        <code className="min-w-0 font-mono text-sm">{secret}</code>
        <CopyButton text={secret} label="Copy the signing secret" />
      </p>
      {children}
    </div>
  );
}
