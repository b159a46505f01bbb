import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";

/** A sentence of a crawled page with the mistake marked by background, wavy line and, for screen readers, the element. */
export function MarkedExcerpt({ excerpt, wrong }: { excerpt: string; wrong: string }) {
  const { before, mistake, after } = markMistake(excerpt, wrong);
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
