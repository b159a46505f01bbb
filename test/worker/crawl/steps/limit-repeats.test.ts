import { describe, expect, it } from "vitest";
import { limitRepeats } from "#worker/crawl/steps/limit-repeats.ts";

const task = (url: string) => ({ entry: { url, depth: 1, source: "link" as const }, attempt: 1 as const, isItself: false });

describe("limitRepeats", () => {
  it("lets each page be repeated five times, and tells the operator once if there are more", () => {
    const faults: string[] = [];
    const context = {
      repeats: new Map<string, number>(),
      ports: { onFault: (_: unknown, at: string) => void faults.push(at) },
    };
    const [rye, spelt] = [task("https://bakery.example/rye"), task("https://bakery.example/spelt")];
    for (let round = 0; round < 5; round += 1) expect(limitRepeats(context, [rye])).toEqual([rye]);
    expect(faults).toEqual([]);
    for (let round = 0; round < 3; round += 1) expect(limitRepeats(context, [rye, spelt])).toEqual([spelt]);
    expect(faults).toEqual([rye.entry.url]);
  });
});
