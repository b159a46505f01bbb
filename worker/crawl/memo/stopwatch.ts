import type { Stage } from "../crawl-plan.ts";

/** Adds up the time that a Crawl spends in each stage. */
export type Stopwatch = {
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  timeSync<T>(stage: Stage, work: () => T): T;
  /** Returns the milliseconds by stage so far. */
  read(): Record<Stage, number>;
  /** Returns how much work is under way in each stage. */
  active(): Record<Stage, number>;
};

export function createStopwatch(now: () => number): Stopwatch {
  const spent = new Map<Stage, number>();
  const running = new Map<Stage, number>();
  const count = (stage: Stage, by: 1 | -1) => running.set(stage, (running.get(stage) ?? 0) + by);
  const add = (stage: Stage, since: number) => spent.set(stage, (spent.get(stage) ?? 0) + now() - since);
  return {
    time: async (stage, work) => {
      const start = now();
      count(stage, 1);
      try {
        return await work();
      } finally {
        count(stage, -1);
        add(stage, start);
      }
    },
    timeSync: (stage, work) => {
      const start = now();
      const result = work();
      add(stage, start);
      return result;
    },
    read: () => byStage((stage) => Math.round(spent.get(stage) ?? 0)),
    active: () => byStage((stage) => running.get(stage) ?? 0),
  };
}

function byStage(of: (stage: Stage) => number): Record<Stage, number> {
  return {
    robots: of("robots"),
    fetch: of("fetch"),
    extract: of("extract"),
    render: of("render"),
    check: of("check"),
    record: of("record"),
    links: of("links"),
  };
}
