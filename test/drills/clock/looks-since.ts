/** The repeated jobs of a worker by which it does what is due. */
const JOBS = ["read the database's clock", "schedule crawls", "write summaries", "announce due deliveries"];
const LINE = /^flawless_repeated_job_last_success_timestamp_seconds\{job="([^"]*)"\} ([\d.e+]+)$/gm;

/** Returns true if the worker has looked at what is due at `moment` or later, as its metrics say. */
export async function looksSince({ url, token }: { url: string; token: string }, moment: Date): Promise<boolean> {
  // When the clock was set, the worker drops connections that it takes for idle ones.
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  if (answer === null) return false;
  if (!answer.ok) throw new Error(`The worker does not tell its metrics: ${answer.status}`);
  const succeeded = new Map([...(await answer.text()).matchAll(LINE)].map(([, job = "", at]) => [job, Number(at)]));
  return JOBS.every((job) => (succeeded.get(job) ?? 0) * 1_000 >= moment.getTime());
}
