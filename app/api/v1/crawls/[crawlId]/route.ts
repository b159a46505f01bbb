import { apiRoute } from "#app/_lib/api/api-route.ts";
import { readCrawl } from "#app/_lib/api/operations/crawl-operations.ts";

/** Returns a Crawl. */
export const GET = apiRoute(readCrawl);
