import type { Right } from "../people/rights.ts";

/** Rights that a token of the API can have, with what they allow. */
export const API_SCOPES = {
  "sites:read": "List your sites",
  "issues:read": "Read the issues of your sites",
  "issues:decide": "Ignore, snooze, assign and mark issues as fixed, and undo it",
  "crawls:read": "Read the crawls of your sites",
  "crawls:run": "Start and stop crawls",
  "pages:read": "Read the list of pages and their issues",
  "pages:check": "Have pages checked, for example after you publish them",
  "words:read": "Read the dictionaries",
  "words:write": "Add words to the dictionaries and remove them",
  "webhooks:read": "Read the webhooks",
  "webhooks:write": "Add, change, test and delete webhooks",
} as const;
export type ApiScope = keyof typeof API_SCOPES;

/** The right of a Member that each right of a token needs. */
export const SCOPE_RIGHTS: Readonly<Record<ApiScope, Right>> = {
  "sites:read": "sites.see",
  "issues:read": "sites.see",
  "issues:decide": "issues.decide",
  "crawls:read": "sites.see",
  "crawls:run": "crawls.run",
  "pages:read": "sites.see",
  "pages:check": "crawls.run",
  "words:read": "words.see",
  "words:write": "words.change",
  "webhooks:read": "channels.see",
  "webhooks:write": "channels.change",
};

/** Returns true if a text is a right. */
export function isApiScope(text: string): text is ApiScope {
  return Object.hasOwn(API_SCOPES, text);
}
