import { apiRoute } from "#app/_lib/api/api-route.ts";
import { listCrawls, startCrawl } from "#app/_lib/api/operations/crawl-operations.ts";

/** Lists the Crawls of a Site. */
export const GET = apiRoute(listCrawls);

/** Starts a Crawl of a Site. */
export const POST = apiRoute(startCrawl);
