import { z } from "zod";

/** Returns the cursor of the page after the row with this id. */
export function cursorAfter(id: string): string {
  return btoa(id).replaceAll("=", "");
}

/** A cursor in a request. Gives the id after which the page begins. */
export const cursorSchema = z
  .string()
  .max(100)
  .transform((cursor, context) => {
    const id = z.uuid().safeParse(decoded(cursor));
    if (id.success) return id.data;
    context.addIssue({ code: "custom", message: "Use a cursor from an answer as it is." });
    return z.NEVER;
  });

function decoded(cursor: string): string | null {
  return /^[A-Za-z0-9+/]+$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor) : null;
}

type Page<Row> = { data: Row[]; nextCursor: string | null };

/** Returns a page of rows, of which one more than `limit` was read to see if another page follows. */
export function toPage<Row extends { id: string }>(rows: Row[], limit: number): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? cursorAfter(last.id) : null };
}
