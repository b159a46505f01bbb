import { describe, expect, it } from "vitest";
import { createStreamSlots } from "#app/api/crawls/[crawlId]/progress/stream-slots.ts";

describe("createStreamSlots", () => {
  it("has no more places for one user than a user may have, however often is asked", () => {
    const slots = createStreamSlots({ perUser: 3, inAll: 100 });
    const streams = Array.from({ length: 60 }, () => slots.open("ann"));
    expect(streams.filter((stream) => stream !== null)).toEqual(streams.slice(0, 3));
    streams[1]?.release();
    streams[1]?.release();
    expect(slots.open("ann")).not.toBeNull();
    expect(slots.open("ann")).toBeNull();
  });

  it("counts each user apart", () => {
    const slots = createStreamSlots({ perUser: 1, inAll: 100 });
    slots.open("ann");
    expect(slots.open("bob")).not.toBeNull();
    expect(slots.open("bob")).toBeNull();
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
