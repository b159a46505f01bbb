import { cpus } from "node:os";

/** `cpuSeconds`: processor time of the whole machine. */
export type Measured = { pages: number; seconds: number; cpuSeconds: number };

/** Returns the middle one of some numbers, or NaN. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const perSecond = (runs: readonly Measured[]) => median(runs.map((one) => one.pages / one.seconds));
const perCpuSecond = (runs: readonly Measured[]) => median(runs.map((one) => one.pages / one.cpuSeconds));

/** Returns the medians of some runs in words. */
export function describeFigures(runs: readonly Measured[]): string {
  return `${perSecond(runs).toFixed(1)} pages/s, ${perCpuSecond(runs).toFixed(1)} per processor second`;
}

/** Returns in words how many times as fast the first runs are as the others. */
export function describeRatio(one: readonly Measured[], other: readonly Measured[]): string {
  return `${(perSecond(one) / perSecond(other)).toFixed(1)} times (by processor time ${(perCpuSecond(one) / perCpuSecond(other)).toFixed(1)})`;
}

/** Runs a task and adds what it took of the processor. */
export async function measure<T extends { pages: number; seconds: number }>(task: () => Promise<T>): Promise<T & Measured> {
  const before = busySeconds();
  const result = await task();
  return { ...result, cpuSeconds: busySeconds() - before };
}

/** Returns the processor seconds of the whole machine, because browser processes come and go. */
function busySeconds(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;
}
