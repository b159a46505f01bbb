import type { AnyContract } from "./contracts/contract.ts";
import { CRAWL_OPERATIONS } from "./contracts/crawl-operations.ts";
import { ISSUE_OPERATIONS } from "./contracts/issue-operations.ts";
import { PAGE_OPERATIONS } from "./contracts/page-operations.ts";
import { SITE_OPERATIONS } from "./contracts/site-operations.ts";
import { WEBHOOK_OPERATIONS } from "./contracts/webhook-operations.ts";
import { WORD_OPERATIONS } from "./contracts/word-operations.ts";

/** All operations of the API by their ids, in the order of its documentation. */
export const API_OPERATIONS = {
  ...SITE_OPERATIONS,
  ...ISSUE_OPERATIONS,
  ...CRAWL_OPERATIONS,
  ...PAGE_OPERATIONS,
  ...WORD_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
} satisfies Record<string, AnyContract>;
