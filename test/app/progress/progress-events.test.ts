import { describe, expect, it } from "vitest";
import { progressEvents } from "#app/api/crawls/[crawlId]/progress/progress-events.ts";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";

const STANDING: CrawlStatus = {
  state: "running",
  pagesFound: 10,
  pagesDone: 1,
  pagesFailed: 0,
  findings: 0,
  linksFound: 0,
  linksChecked: 0,
  waitsFor: null,
  startedAt: null,
};

describe("progressEvents", () => {
  it("sends each change once, and ends with the crawl", async () => {
    const texts = await collect([
      STANDING,
      STANDING,
      { ...STANDING, pagesDone: 2 },
      { ...STANDING, pagesDone: 10, state: "finished" },
      STANDING,
    ]);
    expect(texts.slice(1).map(progressOf)).toEqual([
      { state: "running", pagesDone: 1 },
      { state: "running", pagesDone: 2 },
      { state: "finished", pagesDone: 10 },
    ]);
  });

  it.each(["finished", "failed", "cancelled"] as const)(
    "sends the state of a crawl that is %s already, and ends at once",
    async (state) => {
      expect((await collect([{ ...STANDING, state }])).slice(1).map(progressOf)).toEqual([{ state, pagesDone: 1 }]);
    },
  );

  it("sends a heartbeat before a proxy would close the connection, and ends after five minutes", async () => {
    const texts = await collect(Array.from({ length: 1000 }, () => STANDING));
    const beats = texts.filter((text) => text.startsWith("event: alive\n"));
    expect(beats.length).toBeGreaterThanOrEqual(300 / 30);
    expect(texts).toHaveLength(2 + beats.length);
    for (const text of texts) expect(text.endsWith("\n\n")).toBe(true);
  });

  it("ends when the crawl is gone, and when the visitor left", async () => {
    expect(await collect([null])).toHaveLength(1);
    const leaving = new AbortController();
    const texts = await collect([STANDING, { ...STANDING, pagesDone: 2 }], leaving, () => leaving.abort());
    expect(texts).toHaveLength(2);
  });
});

async function collect(standings: (CrawlStatus | null)[], leaving = new AbortController(), onPause?: () => void) {
  const left = [...standings];
  const source = {
    load: async () => left.shift() ?? null,
    pause: async () => onPause?.(),
    signal: leaving.signal,
  };
  return Array.fromAsync(progressEvents(source));
}

function progressOf(text: string) {
  const data = /^event: progress\ndata: (.*)\n\n$/.exec(text)?.[1] ?? "null";
  const { state, pagesDone } = JSON.parse(data);
  return { state, pagesDone };
}
