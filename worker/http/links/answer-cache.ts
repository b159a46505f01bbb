import { LRUCache } from "lru-cache";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";

/** What link targets answered of late, so that sites with the same links share the asking. For one process. */
export type AnswerCache = LRUCache<string, LinkAnswer>;

const KEPT_MS = 10 * 60_000;
const MAX_ANSWERS = 20_000;
/** About 64 MB: anchors are what takes room. */
const MAX_LENGTH = 32_000_000;

export function createAnswerCache(): AnswerCache {
  return new LRUCache<string, LinkAnswer>({
    ttl: KEPT_MS,
    max: MAX_ANSWERS,
    maxSize: MAX_LENGTH,
    sizeCalculation: ({ anchors, reason }) =>
      (anchors ?? []).reduce((sum, { length }) => sum + length + 16, 200 + reason.length),
  });
}
