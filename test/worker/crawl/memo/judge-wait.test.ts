import { expect, it } from "vitest";
import { judgeWait } from "#worker/crawl/memo/judge-wait.ts";

const IDLE = { robots: 0, fetch: 0, extract: 0, render: 0, check: 0, record: 0, links: 0 };

it.each([
  [{ ...IDLE, fetch: 4, check: 6 }, false, "site"],
  [{ ...IDLE, fetch: 1 }, true, "robots-delay"],
  [{ ...IDLE, robots: 1 }, false, "site"],
  [{ ...IDLE, fetch: 1, render: 2 }, true, "browser"],
  [{ ...IDLE, check: 6 }, false, "checks"],
  [{ ...IDLE, links: 1, check: 1 }, true, "links"],
  [{ ...IDLE, record: 1 }, false, null],
] as const)("judges by what is under way: %j", (active, isDelayed, code) => {
  expect(judgeWait({ active, isDelayed })).toBe(code);
});
