import { describe, expect, it } from "vitest";
import {
  addJob,
  type CheckQueue,
  charge,
  closeLine,
  isOpen,
  openLine,
  takeJob,
  waitingJobs,
} from "#worker/core/checks/pool/check-queue.ts";

const EMPTY: CheckQueue<string> = [];

/** Adds to a line that is open. */
function add(queue: CheckQueue<string>, id: number, job: string): CheckQueue<string> {
  const longer = addJob(queue, id, job);
  if (longer === null) throw new Error(`Line ${id} is closed.`);
  return longer;
}

/** Lines 1, 2, … with these jobs, of 1000 ms each. */
function queueOf(...lines: string[][]): CheckQueue<string> {
  const open = lines.reduce((queue, _, index) => openLine(queue, index + 1, 1000), EMPTY);
  return lines.reduce((queue, jobs, index) => jobs.reduce((longer, job) => add(longer, index + 1, job), queue), open);
}

function drain(queue: CheckQueue<string>): string[] {
  const taken = takeJob(queue);
  return taken ? [taken.turn.job, ...drain(taken.queue)] : [];
}

describe("a queue of checks", () => {
  it("gives each line a turn, so that a small page is done long before a huge one", () => {
    const huge = Array.from({ length: 100 }, (_, index) => `huge ${index}`);
    expect(drain(queueOf(huge, ["small"])).indexOf("small")).toBe(1);
    expect(drain(queueOf(["a1", "a2", "a3"], ["b1"], ["c1", "c2"]))).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
  });

  it("sends a line that comes back after its turn behind those that wait", () => {
    const taken = takeJob(queueOf(["a1"], ["b1"], ["c1"]));
    expect(taken?.turn).toEqual({ line: 1, job: "a1", leftMs: 1000 });
    expect(drain(add(taken?.queue ?? [], 1, "a2"))).toEqual(["b1", "c1", "a2"]);
  });

  it("keeps the turn of a line in which something waits already", () => {
    expect(drain(add(queueOf(["a1"], ["b1"]), 1, "a2"))).toEqual(["a1", "b1", "a2"]);
  });

  it("has nothing to take where no line or no job is", () => {
    expect(takeJob(EMPTY)).toBeNull();
    expect(takeJob(queueOf([], []))).toBeNull();
  });

  it("charges one call alone, below nothing too, and a call that is over not at all", () => {
    const queue = charge(charge(queueOf(["a1"], ["b1"]), 1, 20_000), 9, 5);
    const first = takeJob(queue);
    expect(first?.turn.leftMs).toBe(-19_000);
    expect(takeJob(first?.queue ?? [])?.turn.leftMs).toBe(1000);
  });

  it("drops what waits in a line that closes, and takes no more for it", () => {
    const { queue, dropped } = closeLine(queueOf(["a1", "a2"], ["b1"]), 1);
    expect(dropped).toEqual(["a1", "a2"]);
    expect(waitingJobs(queue)).toEqual(["b1"]);
    expect([isOpen(queue, 1), isOpen(queue, 2)]).toEqual([false, true]);
    expect(addJob(queue, 1, "a3")).toBeNull();
    expect(closeLine(queue, 1)).toEqual({ queue, dropped: [] });
  });

  it("leaves the queue that it was given as it was", () => {
    const before = queueOf(["a1"], ["b1"]);
    const copy = structuredClone(before);
    takeJob(before);
    addJob(before, 1, "a2");
    charge(before, 1, 5);
    closeLine(before, 1);
    expect(before).toEqual(copy);
  });
});
