/** Rights that a token of the API can have, with what they allow. */
export const API_SCOPES = {
  "sites:read": "List your sites",
  "issues:read": "Read the issues of your sites",
  "pages:check": "Have pages checked, for example after you publish them",
} as const;
export type ApiScope = keyof typeof API_SCOPES;

/** Returns true if a text is a right. */
export function isApiScope(text: string): text is ApiScope {
  return Object.hasOwn(API_SCOPES, text);
}
