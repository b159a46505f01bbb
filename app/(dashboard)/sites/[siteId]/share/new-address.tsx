"use client";

import { CopyButton } from "#app/_components/copy-button.tsx";

const LABELS = { report: "Address of the report", badge: "Address of the badge", feed: "Address of the feed" } as const;

/** A new secret address, with buttons that copy it; for a badge also the HTML that shows it. */
export function NewAddress({ kind, address }: { kind: keyof typeof LABELS; address: string }) {
  return (
    <div className="space-y-3">
      <CopyField id={`${kind}-address`} label={LABELS[kind]} text={address} />
      {kind === "badge" && (
        <>
          <CopyField id="badge-html" label="HTML for your page" text={`<img src="${address}" alt="Checked by Flawless">`} />
          {/* biome-ignore lint/performance/noImgElement: a drawing of ours that is made for each request */}
          <img src={address} alt="The badge as it looks now" height={20} />
        </>
      )}
    </div>
  );
}

function CopyField({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          readOnly
          value={text}
          className="control min-w-0 flex-1 font-mono text-sm"
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={text} label={`Copy: ${label}`} />
      </div>
    </div>
  );
}
