import { describe, expect, it } from "vitest";
import { waitFor } from "#test/support/wait-for.ts";
import { measureLostTime } from "#worker/http/lost-time.ts";

describe("measureLostTime", () => {
  it("counts the time in which the process was kept from its work", async () => {
    const lost = measureLostTime(() => performance.now());
    const before = lost.ms();
    const until = performance.now() + 300;
    while (performance.now() < until);
    await waitFor("the meter to notice", () => lost.ms() - before > 200);
    expect(lost.ms() - before).toBeGreaterThan(200);
    lost.close();
  });
});
