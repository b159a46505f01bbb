import { pino } from "pino";
import { expect, it } from "vitest";
import { repeat } from "#worker/async/repeat.ts";

const silent = pino({ level: "silent" });

it("acts at once and again and again, also after a fault, until stopped", async () => {
  const third = Promise.withResolvers<void>();
  let times = 0;
  const repeated = repeat("test", 1, silent, async () => {
    times += 1;
    if (times === 3) third.resolve();
    if (times < 3) throw new Error("broken for the test");
    return 1;
  });
  await third.promise;
  await repeated.stop();
  const atEnd = times;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(times).toBe(atEnd);
});

it("waits for the time that is under way when it is stopped, and never has two", async () => {
  const gate = Promise.withResolvers<void>();
  let underWay = 0;
  let isOver = false;
  const repeated = repeat("test", 1, silent, async () => {
    underWay += 1;
    expect(underWay).toBe(1);
    await gate.promise;
    underWay -= 1;
    isOver = true;
    return 0;
  });
  const stopped = repeated.stop();
  gate.resolve();
  await stopped;
  expect(isOver).toBe(true);
});
