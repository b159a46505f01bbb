import type { PageVisit } from "#worker/core/crawl/visit.ts";

/** Collects visits that found nothing new and records many at a time. After a crash, the last few are repeated. */
export type UnchangedBatch = {
  /** Resolves when there is room for more. Rejects when recording failed, now or before. */
  add(visit: PageVisit): Promise<void>;
  /** Resolves when all are on record. */
  flush(): Promise<void>;
};

const AT_ONCE = 300;
const WITHIN_MS = 1_000;

export function createUnchangedBatch(record: (visits: PageVisit[]) => Promise<void>): UnchangedBatch {
  let waiting: PageVisit[] = [];
  let writing: Promise<void> = Promise.resolve();
  let fault: { error: unknown } | null = null;
  let timer: NodeJS.Timeout | null = null;

  const write = async (visits: PageVisit[]) => {
    try {
      if (visits.length > 0 && !fault) await record(visits);
    } catch (error) {
      fault = { error };
    }
  };
  const start = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const visits = waiting;
    waiting = [];
    writing = writing.then(() => write(visits));
    return writing;
  };
  const throwFault = () => {
    if (fault) throw fault.error;
  };
  return {
    add: async (visit) => {
      throwFault();
      waiting.push(visit);
      timer ??= setTimeout(start, WITHIN_MS);
      if (waiting.length < AT_ONCE) return;
      const before = writing;
      start();
      await before;
      throwFault();
    },
    flush: async () => {
      await start();
      throwFault();
    },
  };
}
