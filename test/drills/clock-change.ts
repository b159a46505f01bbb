import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runDay } from "./clock/run-day.ts";
import { makeSettableClock } from "./clock/settable-clock.ts";

/**
 * Lets the built product live through days on which clocks change, with sites and readers in five time zones, and fails if a site is not crawled once that day, or a
 * reader does not get one mail at the wished hour. Needs Debian's libfaketime. Build first (npm run build); then:
 * node test/drills/clock-change.ts [--day 2026-03-29] [--all] [--keep]
 */
const { values } = parseArgs({
  options: { day: { type: "string" }, all: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
/** To summer and to winter time: in Europe; then in America, and on Lord Howe Island, by half an hour. */
const EUROPE = ["2026-03-29", "2026-10-25"];
const ELSEWHERE = ["2026-03-08", "2026-11-01", "2026-10-04", "2026-04-05"];
const days = values.day ? [values.day] : [...EUROPE, ...(values.all ? ELSEWHERE : [])];

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), "flawless-clock-"));
// PostgreSQL's user must be able to enter.
await chmod(folder, 0o755);
try {
  const clock = await makeSettableClock(folder);
  let count = 0;
  for (const day of days) {
    const faults = await runDay({ day, clock, folder: join(folder, day), say });
    for (const fault of faults) say(`FAULT ${fault}`);
    count += faults.length;
  }
  process.exitCode = count === 0 ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  if (values.keep) say(`Logs: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
process.exit();
