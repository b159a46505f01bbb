import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { percentile } from "#test/bench/load/percentile.ts";
import type { RunningProcess } from "#test/support/child-process.ts";
import type { Reading } from "./open-meter.ts";

const endedSchema = z.object({ stagesMs: z.record(z.string(), z.number()) });

/** Says what a run took between two readings. */
export function describeUse(before: Reading, after: Reading, { sites, seconds }: { sites: number; seconds: number }): string[] {
  const each = (to: number, from: number, digits = 0) => ((to - from) / sites).toFixed(digits);
  const [from, to] = [before.sites, after.sites];
  const names = ["worker", "browser", "postgres", "sites"] as const;
  const own = names.reduce((all, name) => all + after.processor[name] - before.processor[name], 0);
  const machine = after.machine.all - before.machine.all;
  const share = (ms: number) => `${((ms / machine) * 100).toFixed(0)} %`;
  const transactions = after.database.transactions - before.database.transactions;
  return [
    `a crawl: ${each(to.requests, from.requests, 1)} requests in ${each(to.connections, from.connections, 1)} connections, ${each(to.notModified, from.notModified, 1)} not modified; sites sent ${each(to.sent, from.sent)} bytes and received ${each(to.received, from.received)}`,
    `processor a crawl: ${names.map((name) => `${name} ${each(after.processor[name], before.processor[name])} ms`).join(", ")}`,
    `machine: ${share(after.machine.busy - before.machine.busy)} busy, ${share(own)} with these processes`,
    `database a crawl: ${each(after.database.statements, before.database.statements, 1)} statements, ${each(transactions, 0, 1)} transactions, ${each(after.database.walBytes / 1000, before.database.walBytes / 1000, 1)} kB of WAL; ${(transactions / seconds).toFixed(0)} transactions a second`,
  ];
}

/** Says how long the scheduled Crawls took. */
export async function describeDurations(db: Database): Promise<string> {
  const crawls = await db.crawl.findMany({ where: { reason: "scheduled" }, select: { startedAt: true, finishedAt: true } });
  const ms = crawls.map(({ startedAt, finishedAt }) => (finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0));
  return `median ${percentile(ms, 0.5)} ms, p95 ${percentile(ms, 0.95)} ms`;
}

/** Says the mean milliseconds of each stage of a Crawl, by the workers' logs. Stages and pages are side by side. */
export function describeStages(workers: readonly RunningProcess[]): string {
  const lines = workers.flatMap((each) => each.output("stdout").split("\n")).filter((line) => line.includes('"crawl ended"'));
  const totals = new Map<string, number>();
  for (const line of lines)
    for (const [stage, ms] of Object.entries(endedSchema.parse(JSON.parse(line)).stagesMs))
      totals.set(stage, (totals.get(stage) ?? 0) + ms);
  return [...totals].map(([stage, ms]) => `${stage} ${Math.round(ms / lines.length)}`).join(", ");
}

/** Says how much memory each process has and had, without its browser. */
export async function describeMemory(workers: readonly RunningProcess[]): Promise<string> {
  const statuses = await Promise.all(workers.map(({ pid }) => readFile(`/proc/${pid}/status`, "utf8")));
  const megabytes = (status: string, name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000);
  return statuses
    .map((status) => `${megabytes(status, "VmRSS")} MB at the end, at most ${megabytes(status, "VmHWM")}`)
    .join("; ");
}
