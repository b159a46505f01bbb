import { LRUCache } from "lru-cache";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { isShareable, shareableForMs } from "#worker/core/checks/links/shared-answer.ts";
import { needsFile } from "#worker/core/checks/links/target-use.ts";
import { namesAnchors, type TargetGroup } from "./group-targets.ts";

/**
 * Remembers what link targets answered, so that sites with the same links share the requests. A check reads in this order:
 * 1. `recorded`: the database, hours old at most and shared by all workers, for all targets when the check begins;
 * 2. `recent`: this process, ten minutes old at most, when a target's turn comes: another site's check may have just requested it.
 * Fresh addresses, such as the site's own, are in neither. `createPrefetchChecker` is read before both, within one Crawl.
 */
export type AnswerCache = {
  /** Opens the cache for one check of these addresses. Those that are `isFresh` are neither read nor kept. */
  open(addresses: string[], isFresh: (address: string) => boolean): Promise<CheckAnswers>;
};

/** The cache as one check uses it. Null where nothing is known that is enough for all targets of the group. */
export type CheckAnswers = {
  recorded(group: TargetGroup): LinkAnswer | null;
  recent(group: TargetGroup): LinkAnswer | null;
  /** Keeps a new answer: broken ones in the database only, and only those that need not be seen twice. */
  keep(address: string, answer: LinkAnswer): Promise<void>;
  /** Writes to the database what `keep` has left. */
  flush(): Promise<void>;
};

/** The answers in the database. */
export type AnswerRecord = {
  recall(addresses: string[]): Promise<Map<string, LinkAnswer>>;
  keep(answers: Recordable[]): Promise<void>;
};

type Recordable = { address: string; answer: LinkAnswer; forMs: number };

const RECENT_MS = 10 * 60_000;
const MAX_ANSWERS = 20_000;
/** About 64 MB, most of it anchors. */
const MAX_LENGTH = 32_000_000;
/** Answers read or written with one query. */
const BATCH = 500;

/** Creates the cache of one process; without `record`, it shares with no other. */
export function createAnswerCache(record: AnswerRecord | null = null): AnswerCache {
  const recent = new LRUCache<string, LinkAnswer>({
    ttl: RECENT_MS,
    max: MAX_ANSWERS,
    maxSize: MAX_LENGTH,
    sizeCalculation: ({ anchors, reason }) =>
      (anchors ?? []).reduce((sum, { length }) => sum + length + 16, 200 + reason.length),
  });
  return {
    async open(addresses, isFresh) {
      const isShared = (address: string) => !isFresh(address) && isShareable(address);
      const recorded = record ? await recallAll(record, addresses.filter(isShared)) : new Map<string, LinkAnswer>();
      const unwritten: Recordable[] = [];
      const flush = async () => {
        const answers = unwritten.splice(0);
        if (answers.length > 0) await record?.keep(answers);
      };
      return {
        recorded: (group) => answerFor(group, recorded.get(group.address)),
        recent: (group) => (isFresh(group.address) ? null : answerFor(group, recent.get(group.address))),
        keep: async (address, answer) => {
          if (isFresh(address)) return;
          if (answer.state !== "broken") recent.set(address, answer);
          const forMs = isShareable(address) ? shareableForMs(answer) : null;
          if (record && forMs !== null) unwritten.push({ address, answer, forMs });
          if (unwritten.length >= BATCH) await flush();
        },
        flush,
      };
    },
  };
}

/** Remembers nothing, so that every check requests all of its targets. */
export const NO_CACHE: AnswerCache = {
  open: async () => ({ recorded: () => null, recent: () => null, keep: async () => undefined, flush: async () => undefined }),
};

/** Returns the cache for a check that requests all of its targets and keeps their answers for others. */
export function withoutRecall(cache: AnswerCache): AnswerCache {
  return {
    open: async (_, isFresh) => ({ ...(await cache.open([], isFresh)), recorded: () => null, recent: () => null }),
  };
}

async function recallAll(record: AnswerRecord, addresses: string[]): Promise<Map<string, LinkAnswer>> {
  const found = new Map<string, LinkAnswer>();
  for (let index = 0; index < addresses.length; index += BATCH)
    for (const [address, answer] of await record.recall(addresses.slice(index, index + BATCH))) found.set(address, answer);
  return found;
}

/** Targets that name anchors need the page's anchors, unless the answer is one that no anchor could change. */
function answerFor(group: TargetGroup, answer: LinkAnswer | undefined): LinkAnswer | null {
  if (!answer) return null;
  const isSettled = answer.state === "broken" || answer.state === "unknown";
  // What works for a visitor who follows a link may be no picture.
  if (!isSettled && needsFile(group.use?.needs) && answer.judgedFor !== group.use?.needs) return null;
  return isSettled || answer.anchors !== null || !namesAnchors(group) ? answer : null;
}
