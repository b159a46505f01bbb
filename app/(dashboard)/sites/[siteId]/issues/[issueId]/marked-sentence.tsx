import { Mistake } from "#app/_components/mistake.tsx";
import type { MarkedText } from "#worker/core/view/marks/mark-mistake.ts";

/** A sentence with its mistake marked. */
export function MarkedSentence({ before, mistake, after }: MarkedText) {
  return (
    <>
      {before}
      {mistake && <Mistake>{mistake}</Mistake>}
      {after}
    </>
  );
}
