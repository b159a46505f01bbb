import { describe, expect, it } from "vitest";
import { urlPattern } from "#worker/core/page/rendering/url-pattern.ts";
import type { RenderTrust, Task } from "#worker/crawl/crawl-context.ts";
import { isRenderTrustLost, loseRenderTrust, takeMistrustedVisits } from "#worker/crawl/steps/render-trust.ts";

const address = (path: string) => `https://bakery.example${path}`;
const task = (path: string, attempt: 1 | 2 = 1): Task => ({
  entry: { url: address(path), depth: 1, source: "link" },
  attempt,
  isItself: false,
});

function trusting(...tasks: Task[]): { renderTrust: RenderTrust } {
  return {
    renderTrust: { given: Map.groupBy(tasks, ({ entry }) => urlPattern(entry.url)), lost: new Set(), justLost: new Set() },
  };
}

describe("takeMistrustedVisits", () => {
  it("repeats the visits of a family whose trust was lost, each once, and no others", () => {
    const context = trusting(task("/bread/1"), task("/bread/2", 2), task("/about"));
    loseRenderTrust(context, address("/bread/3"));
    expect([isRenderTrustLost(context, address("/bread/9")), isRenderTrustLost(context, address("/about"))]).toEqual([
      true,
      false,
    ]);
    expect(takeMistrustedVisits(context)).toEqual([task("/bread/1"), task("/bread/2", 1)]);
    expect(takeMistrustedVisits(context)).toEqual([]);
  });

  it("repeats none while trust holds", () => {
    expect(takeMistrustedVisits(trusting(task("/bread/1")))).toEqual([]);
  });
});
