import cluster from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import { z } from "zod";
import { log } from "#worker/log.ts";
import { registry } from "./registry.ts";

/** Between a web process that is asked for metrics and the process that started all of them. */
const request = z.object({ type: z.literal("flawless:metrics-wanted"), id: z.number() });
const answer = z.object({ type: z.literal("flawless:metrics"), id: z.number(), text: z.string().nullable() });

let asked = 0;

/** In the process that started the others: sends each that asks the metrics of all, summed up. */
export function answerMetricsOfAll(): void {
  const aggregator = new AggregatorRegistry();
  cluster.on("message", (worker, message: unknown) => {
    const { data } = request.safeParse(message);
    if (!data) return;
    const send = (text: string | null) => worker.send({ type: "flawless:metrics", id: data.id, text });
    aggregator.clusterMetrics().then(send, (error: unknown) => {
      log.error({ err: error }, "a web process does not tell its metrics");
      send(null);
    });
  });
}

/** In one of several web processes: returns the metrics of all, summed up. Answers for its own part when another one asks. */
export function createReadMetrics(): () => Promise<string> {
  AggregatorRegistry.setRegistries([registry]);
  // Listens for the questions of the process above.
  new AggregatorRegistry();
  return () =>
    new Promise((resolve, reject) => {
      asked += 1;
      const id = asked;
      const take = (message: unknown) => {
        const { data } = answer.safeParse(message);
        if (data?.id !== id) return;
        process.off("message", take);
        if (data.text === null) reject(new Error("One of the web processes did not tell its metrics in time."));
        else resolve(data.text);
      };
      process.on("message", take);
      process.send?.({ type: "flawless:metrics-wanted", id });
    });
}
