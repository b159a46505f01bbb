import { addDueTimes, judgeDueTimes } from "./due-times.ts";
import type { Fault } from "./fault.ts";

/** Gives one of two workers, with its threads, a clock that is an hour off. `offset`: as libfaketime takes it. */
export function wrongClock(name: string, offset: string, library: string): Fault {
  return {
    name,
    mayFail: false,
    // Time between two moments passes as it does: only the hour on the clock is wrong.
    secondWorker: { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: "1" },
    startsAt: () => 0,
    begin: async () => undefined,
    end: async ({ product }) => {
      const [right, wrong] = (["worker", "secondWorker"] as const).map((program) => countCrawls(product.output(program)));
      return `${right} crawls so far by the right clock, ${wrong} by the wrong one`;
    },
    judge: async ({ db }) => {
      const again = await db.crawl.count({ where: { attempts: { gt: 1 } } });
      return again === 0 ? [] : [`${again} crawls were taken from a worker that was alive.`];
    },
    judgeAll: async (world) => {
      const idle = countCrawls(world.product.output("secondWorker")) === 0;
      const due = await addDueTimes(world);
      return [...(idle ? ["The worker with the wrong clock ran no crawl."] : []), ...(await judgeDueTimes(world, due))];
    },
  };
}

function countCrawls(output: string): number {
  return new Set([...output.matchAll(/"crawlId":"([^"]+)".*"msg":"crawl ended"/g)].map(([, id]) => id)).size;
}
