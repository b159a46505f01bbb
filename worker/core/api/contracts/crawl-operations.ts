import { z } from "zod";
import { idField } from "../schemas/api-fields.ts";
import { crawlListSchema, crawlSchema } from "../schemas/crawl-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_QUERY, PAGING, SITE_PARAMS } from "./parameters.ts";

const CRAWL_PARAMS = z.object({ crawlId: idField });

/** Operations about Crawls, by their ids in the OpenAPI document. */
export const CRAWL_OPERATIONS = {
  listCrawls: contract({
    method: "get",
    path: "/sites/{siteId}/crawls",
    section: "Crawls",
    scope: "crawls:read",
    summary: "List the crawls of a site",
    description: "The newest comes first. Checks of single pages are among them.",
    params: SITE_PARAMS,
    query: PAGING,
    body: NO_BODY,
    answer: { status: 200, description: "A page of crawls.", name: "CrawlList", schema: crawlListSchema },
  }),
  readCrawl: contract({
    method: "get",
    path: "/crawls/{crawlId}",
    section: "Crawls",
    scope: "crawls:read",
    summary: "Read a crawl",
    description: "Its state and progress, its figures, and what was not checked.",
    params: CRAWL_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The crawl.", name: "Crawl", schema: crawlSchema },
  }),
  startCrawl: contract({
    method: "post",
    path: "/sites/{siteId}/crawls",
    section: "Crawls",
    scope: "crawls:run",
    summary: "Start a crawl",
    description: "Answers 409 while one is under way. Your plan limits the number a day.",
    params: SITE_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 202, description: "The crawl, which begins in a moment.", name: "Crawl", schema: crawlSchema },
  }),
  cancelCrawl: contract({
    method: "post",
    path: "/crawls/{crawlId}/cancel",
    section: "Crawls",
    scope: "crawls:run",
    summary: "Stop a crawl",
    description: "What was read stays read, and no issue changes. Answers 409 if it has ended.",
    params: CRAWL_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The crawl.", name: "Crawl", schema: crawlSchema },
  }),
};
