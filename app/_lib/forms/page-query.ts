/** What Next hands to a page as `searchParams`. Anyone can write anything there. */
export type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };
