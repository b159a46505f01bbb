import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { describeCrawlMemory } from "./fake/crawl-memory-contract.ts";

describeCrawlMemory("createInProcessMemory", async () => {
  const memory = createInProcessMemory();
  return {
    memory,
    startNextCrawl: async () => {
      memory.startNextCrawl();
      return memory;
    },
    snapshotOf: async (url) => memory.pages().find(({ visit }) => visit.url === url)?.known.snapshot ?? null,
  };
});
