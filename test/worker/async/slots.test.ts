import { describe, expect, it } from "vitest";
import { createSlots } from "#worker/async/slots.ts";

const NEVER = new AbortController().signal;

describe("createSlots", () => {
  it("runs so many at a time, the others in their order", async () => {
    const slots = createSlots(2);
    const order: number[] = [];
    let [now, most] = [0, 0];
    const task = (at: number) => async () => {
      order.push(at);
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    };
    await Promise.all([0, 1, 2, 3, 4].map((at) => slots.run(task(at), NEVER)));
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it("frees the slot of a task that fails, and of one that gives up waiting", async () => {
    const slots = createSlots(1);
    const controller = new AbortController();
    const held = Promise.withResolvers<void>();
    const first = slots.run(() => held.promise, NEVER);
    const second = slots.run(async () => "never runs", controller.signal);
    controller.abort(new Error("No more."));
    await expect(second).rejects.toThrow("No more.");
    held.reject(new Error("It failed."));
    await expect(first).rejects.toThrow("It failed.");
    expect(await slots.run(async () => "next", NEVER)).toBe("next");
  });

  it("starts nothing for who has given up before", async () => {
    const slots = createSlots(1);
    await expect(slots.run(async () => "never runs", AbortSignal.abort(new Error("No more.")))).rejects.toThrow("No more.");
    expect(await slots.run(async () => "next", NEVER)).toBe("next");
  });

  it("gives a slot to others while its task rests, and back to it afterwards", async () => {
    const slots = createSlots(1);
    const order: string[] = [];
    const other = Promise.withResolvers<void>();
    const resting = slots.run(async (rest) => {
      order.push("begins");
      await rest(() => other.promise);
      order.push("goes on");
    }, NEVER);
    await slots.run(async () => order.push("another"), NEVER);
    other.resolve();
    await resting;
    expect(order).toEqual(["begins", "another", "goes on"]);
    expect(await slots.run(async () => "next", NEVER)).toBe("next");
  });

  it("holds no slot for a task that gives up while it rests", async () => {
    const slots = createSlots(1);
    const controller = new AbortController();
    const resting = slots.run((rest) => rest(async () => controller.abort(new Error("No more."))), controller.signal);
    await expect(resting).rejects.toThrow("No more.");
    expect(await slots.run(async () => "next", NEVER)).toBe("next");
  });
});
