import type { MarkedText } from "#worker/core/view/mark-mistake.ts";

/** A sentence with its mistake marked by background, wavy line and, for screen readers, the element. */
export function MarkedSentence({ before, mistake, after }: MarkedText) {
  return (
    <>
      {before}
      {mistake && (
        <mark className="rounded-sm bg-danger-soft px-0.5 text-ink underline decoration-danger decoration-wavy underline-offset-4">
          {mistake}
        </mark>
      )}
      {after}
    </>
  );
}
