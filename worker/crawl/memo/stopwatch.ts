import type { Stage } from "../crawl-plan.ts";

/** Adds up the time that a Crawl spends in each stage. */
export type Stopwatch = {
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  timeSync<T>(stage: Stage, work: () => T): T;
  /** Returns the milliseconds by stage so far. */
  read(): Record<Stage, number>;
};

export function createStopwatch(now: () => number): Stopwatch {
  const spent = new Map<Stage, number>();
  const add = (stage: Stage, since: number) => spent.set(stage, (spent.get(stage) ?? 0) + now() - since);
  return {
    time: async (stage, work) => {
      const start = now();
      try {
        return await work();
      } finally {
        add(stage, start);
      }
    },
    timeSync: (stage, work) => {
      const start = now();
      const result = work();
      add(stage, start);
      return result;
    },
    read: () => {
      const of = (stage: Stage) => Math.round(spent.get(stage) ?? 0);
      return {
        robots: of("robots"),
        fetch: of("fetch"),
        extract: of("extract"),
        render: of("render"),
        check: of("check"),
        record: of("record"),
        links: of("links"),
      };
    },
  };
}
