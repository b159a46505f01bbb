import { describe, expect, it } from "vitest";
import { createStreamSlots } from "#app/api/crawls/[crawlId]/progress/stream-slots.ts";

describe("createStreamSlots", () => {
  it("ends a user's oldest stream when another one is opened than the user may have", () => {
    const slots = createStreamSlots({ perUser: 3, inAll: 100 });
    const streams = Array.from({ length: 60 }, () => slots.open("ann"));
    const open = streams.filter((stream) => stream && !stream.signal.aborted);
    expect(open).toEqual(streams.slice(-3));
  });

  it("leaves the streams of others alone", () => {
    const slots = createStreamSlots({ perUser: 1, inAll: 100 });
    const ann = slots.open("ann");
    slots.open("bob");
    slots.open("bob");
    expect(ann?.signal.aborted).toBe(false);
  });

  it("has no place when the process has none, and one again when a stream ended", () => {
    const slots = createStreamSlots({ perUser: 5, inAll: 2 });
    const first = slots.open("ann");
    slots.open("bob");
    expect(slots.open("eve")).toBeNull();
    first?.release();
    expect(slots.open("eve")).not.toBeNull();
  });
});
