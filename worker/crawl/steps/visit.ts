import type { PreviousVisit } from "#worker/core/crawl/visit.ts";
import type { Task } from "../crawl-context.ts";
import type { Reading } from "./read-page.ts";

/** An address that has the same text as `original`, which was visited before it. */
export type MirrorReading = { kind: "mirror"; original: string; status: number | null };

/** One visit, as visiting hands it on to recording. `previous`: what the last Crawl knew; `startedAt` is on the clock of `ports.now`. */
export type Visit<R extends Reading | MirrorReading = Reading | MirrorReading> = {
  task: Task;
  startedAt: number;
  previous: PreviousVisit | null;
  reading: R;
};
