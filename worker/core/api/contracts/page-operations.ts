import { z } from "zod";
import { idField } from "../schemas/api-fields.ts";
import {
  pageCheckSchema,
  pageDetailSchema,
  pageListSchema,
  pageStateField,
  publishedAnswerSchema,
  publishedRequestSchema,
} from "../schemas/page-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_QUERY, PAGING, SITE_PARAMS } from "./parameters.ts";

const PAGE_PARAMS = z.object({ pageId: idField });

/** Operations about Pages, by their ids in the OpenAPI document. */
export const PAGE_OPERATIONS = {
  listPages: contract({
    method: "get",
    path: "/sites/{siteId}/pages",
    section: "Pages",
    scope: "pages:read",
    summary: "List the pages of a site",
    params: SITE_PARAMS,
    query: PAGING.extend({ state: pageStateField.optional().meta({ description: "Only pages in this state." }) }),
    body: NO_BODY,
    answer: { status: 200, description: "A page of pages.", name: "PageList", schema: pageListSchema },
  }),
  readPage: contract({
    method: "get",
    path: "/pages/{pageId}",
    section: "Pages",
    scope: "pages:read",
    summary: "Read a page with its issues",
    params: PAGE_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The page.", name: "PageDetail", schema: pageDetailSchema },
  }),
  checkPage: contract({
    method: "post",
    path: "/pages/{pageId}/check",
    section: "Pages",
    scope: "pages:check",
    summary: "Have a page checked now",
    description: "The page is read within seconds. A check of it that is under way is not started twice.",
    params: PAGE_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 202, description: "The crawl that checks the page.", name: "PageCheck", schema: pageCheckSchema },
  }),
  checkPublished: contract({
    method: "post",
    path: "/sites/{siteId}/published",
    section: "Pages",
    scope: "pages:check",
    summary: "Have published pages checked now",
    description: "For a deploy hook. Each page is checked within seconds, and the next digest tells what is new on it.",
    params: SITE_PARAMS,
    query: NO_QUERY,
    body: { name: "PublishedRequest", schema: publishedRequestSchema },
    answer: {
      status: 202,
      description: "The result for each address.",
      name: "PublishedAnswer",
      schema: publishedAnswerSchema,
    },
  }),
};
