import { apiRoute } from "#app/_lib/api/api-route.ts";
import { cancelCrawl } from "#app/_lib/api/operations/crawl-operations.ts";

/** Stops a Crawl. */
export const POST = apiRoute(cancelCrawl);
