import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { describeCrawlMemory } from "./crawl-memory-contract.ts";

describeCrawlMemory("createInProcessMemory", async () => {
  const memory = createInProcessMemory();
  return {
    memory,
    startNextCrawl: async () => {
      memory.startNextCrawl();
      return memory;
    },
  };
});
