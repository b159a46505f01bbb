/** The `searchParams` that Next passes to a page. Their content is untrusted. */
export type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };
