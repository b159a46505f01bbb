/** The request's header in which proxy.ts puts the path and the query, for pages that lead back to themselves. */
export const PATH_HEADER = "x-flawless-path";
