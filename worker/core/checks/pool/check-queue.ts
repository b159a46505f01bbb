/**
 * Holds what waits to be checked: a line for each call, the line whose turn is next first. Lines take turns, so that one huge page does not
 * keep every other site's pages waiting.
 */
export type CheckQueue<Job> = readonly Line<Job>[];

/** One call's jobs, and the milliseconds of processor time that the call has left. */
type Line<Job> = { id: number; jobs: readonly Job[]; leftMs: number };

/** A job whose turn it is. `leftMs` of 0 or less: its call's time is used up. */
export type Turn<Job> = { line: number; job: Job; leftMs: number };

/** Adds a line for a call. */
export function openLine<Job>(queue: CheckQueue<Job>, id: number, leftMs: number): CheckQueue<Job> {
  return [...queue, { id, jobs: [], leftMs }];
}

/** Removes a call's line. `dropped`: the jobs that still waited in it. */
export function closeLine<Job>(queue: CheckQueue<Job>, id: number): { queue: CheckQueue<Job>; dropped: readonly Job[] } {
  return { queue: without(queue, id), dropped: queue.find((line) => line.id === id)?.jobs ?? [] };
}

/** Returns true until the line is closed. */
export function isOpen<Job>(queue: CheckQueue<Job>, id: number): boolean {
  return queue.some((line) => line.id === id);
}

/** Adds a job to a line; null if the line is not open. A line in which nothing waited goes to the end, behind those that wait already. */
export function addJob<Job>(queue: CheckQueue<Job>, id: number, job: Job): CheckQueue<Job> | null {
  const line = queue.find((other) => other.id === id);
  if (!line) return null;
  const longer = { ...line, jobs: [...line.jobs, job] };
  return line.jobs.length > 0 ? queue.map((other) => (other === line ? longer : other)) : [...without(queue, id), longer];
}

/** Takes the next job, and sends its line to the end; null where nothing waits. */
export function takeJob<Job>(queue: CheckQueue<Job>): { queue: CheckQueue<Job>; turn: Turn<Job> } | null {
  for (const line of queue) {
    const [job] = line.jobs;
    if (job === undefined) continue;
    const shorter = { ...line, jobs: line.jobs.slice(1) };
    return { queue: [...without(queue, line.id), shorter], turn: { line: line.id, job, leftMs: line.leftMs } };
  }
  return null;
}

/** Takes processor time off what a call has left. A call that is over by now pays nothing. */
export function charge<Job>(queue: CheckQueue<Job>, id: number, ms: number): CheckQueue<Job> {
  return queue.map((line) => (line.id === id ? { ...line, leftMs: line.leftMs - ms } : line));
}

/** Returns all jobs that wait. */
export function waitingJobs<Job>(queue: CheckQueue<Job>): Job[] {
  return queue.flatMap(({ jobs }) => jobs);
}

function without<Job>(queue: CheckQueue<Job>, id: number): CheckQueue<Job> {
  return queue.filter((line) => line.id !== id);
}
