import { z } from "zod";

/** Ways to look at a page. `changes`: what differs between two Crawls. */
export const PAGE_VIEWS = ["picture", "text", "changes"] as const;
export type PageViewName = (typeof PAGE_VIEWS)[number];

const pageQuery = z.object({
  view: z.enum(PAGE_VIEWS).optional().catch(undefined),
  /** Ids of the Snapshots to compare. */
  from: z.uuid().optional().catch(undefined),
  to: z.uuid().optional().catch(undefined),
});
type PageQuery = Omit<z.infer<typeof pageQuery>, "view"> & { view: PageViewName };

/**
 * Reads the choice in the address. Without one it is the picture if there is one, else the text; a comparison shows the changes, because
 * earlier addresses of it named no view.
 */
export function parsePageQuery(search: Record<string, string | string[] | undefined>, hasPicture: boolean): PageQuery {
  const { view, ...compared } = pageQuery.parse(search);
  const isComparison = compared.from !== undefined || compared.to !== undefined;
  const wanted = view ?? (isComparison ? "changes" : "picture");
  return { ...compared, view: wanted === "picture" && !hasPicture ? "text" : wanted };
}
