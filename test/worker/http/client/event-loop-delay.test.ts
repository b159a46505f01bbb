import { describe, expect, it } from "vitest";
import { waitFor } from "#test/support/wait-for.ts";
import { measureEventLoopDelay } from "#worker/http/client/event-loop-delay.ts";

describe("measureLostTime", () => {
  it("counts the time in which the process was kept from its work", async () => {
    const lost = measureEventLoopDelay(() => performance.now());
    const before = lost.ms();
    const until = performance.now() + 300;
    while (performance.now() < until);
    await waitFor("the meter to notice", () => lost.ms() - before > 200);
    expect(lost.ms() - before).toBeGreaterThan(200);
    lost.close();
  });
});
