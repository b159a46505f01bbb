import { describe, expect, it } from "vitest";
import { createStreamSlots } from "#app/api/crawls/[crawlId]/progress/stream-slots.ts";

describe("createStreamSlots", () => {
  it("limits the streams of one user", () => {
    const slots = createStreamSlots({ perUser: 3, inAll: 100 });
    const streams = Array.from({ length: 60 }, () => slots.open("ann"));
    expect(streams.filter((stream) => stream !== null)).toEqual(streams.slice(0, 3));
    streams[1]?.release();
    streams[1]?.release();
    expect(slots.open("ann")).not.toBeNull();
    expect(slots.open("ann")).toBeNull();
  });

  it("counts each user separately", () => {
    const slots = createStreamSlots({ perUser: 1, inAll: 100 });
    slots.open("ann");
    expect(slots.open("bob")).not.toBeNull();
    expect(slots.open("bob")).toBeNull();
  });

  it("limits the streams of the process, and frees a slot when a stream ends", () => {
    const slots = createStreamSlots({ perUser: 5, inAll: 2 });
    const first = slots.open("ann");
    slots.open("bob");
    expect(slots.open("eve")).toBeNull();
    first?.release();
    expect(slots.open("eve")).not.toBeNull();
  });
});
