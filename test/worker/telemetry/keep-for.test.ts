import { expect, it } from "vitest";
import { keepFor } from "#worker/telemetry/keep-for.ts";

it("reads once for callers within the time, and again after it or after a failure", async () => {
  let reads = 0;
  let time = 0;
  let fault: Error | null = null;
  const read = keepFor(
    1_000,
    async () => {
      reads += 1;
      if (fault) throw fault;
      return reads;
    },
    () => time,
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  time = 999;
  expect(await read()).toBe(1);
  time = 1_000;
  fault = new Error("down for the test");
  await expect(read()).rejects.toThrow("down for the test");
  fault = null;
  expect(await read()).toBe(3);
});
