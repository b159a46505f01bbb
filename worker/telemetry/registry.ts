import { collectDefaultMetrics, Registry } from "prom-client";

/** Holds the metrics of this process. */
export const registry = new Registry();

/** Holds the figures of the whole service, which are the same in every process and are not summed up. */
export const serviceRegistry = new Registry();

/** Begins to measure the process itself: processor time, memory, event-loop delay, garbage collection. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry });
}
