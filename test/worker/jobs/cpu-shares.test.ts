import { expect, it } from "vitest";
import { createCpuShares } from "#worker/jobs/cpu-shares.ts";

it("divides the processor time between those that run at the same time, and counts none without them", () => {
  let used = 0;
  const shares = createCpuShares(() => used);
  used = 50;
  const endFirst = shares.begin();
  used = 150;
  const endSecond = shares.begin();
  used = 250;
  expect(endSecond()).toBe(50);
  used = 300;
  expect(endFirst()).toBe(100 + 50 + 50);
  used = 999;
  expect(shares.begin()()).toBe(0);
});
