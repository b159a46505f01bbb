import { z } from "zod";
import { cursorSchema } from "../api-cursor.ts";
import { idField } from "../schemas/api-fields.ts";

const MOST_ROWS = 100;

/** Parts of requests that several operations have. */
export const NO_BODY = { name: null, schema: z.undefined() };
export const NO_PARAMS = z.object({});
export const NO_QUERY = z.object({});
export const SITE_PARAMS = z.object({ siteId: idField });
export const PAGING = z.object({
  limit: z.coerce
    .number("Send a number from 1 to 100.")
    .int("Send a whole number.")
    .min(1, "Send a number from 1 to 100.")
    .max(MOST_ROWS, "Send a number from 1 to 100.")
    .default(50)
    .meta({ description: "Rows in one answer." }),
  cursor: cursorSchema.optional().meta({ description: "`nextCursor` of the page before." }),
});
