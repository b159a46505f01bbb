import { z } from "zod";

/** Fields that several shapes of the API have. The examples are shown in its documentation. */
export const idField = z.uuid().meta({ examples: ["019ac3f2-7d4e-7b1c-9f60-2a8d5e4c1b07"] });
export const timeField = z.iso.datetime().meta({ examples: ["2026-11-29T06:14:09.000Z"] });
export const urlField = z.string().meta({ examples: ["https://bakery.example/menu"] });
export const countField = z
  .int()
  .min(0)
  .meta({ examples: [3] });
export const openIssuesField = countField.meta({
  description: "Open issues with a confidence of at least 0.6, as the site’s page counts them.",
  examples: [3],
});

/** Returns the field with the address of a screen of the product. */
export function screenField(path: string, description: string) {
  return z
    .string()
    .meta({ description, examples: [`https://flawless.example/sites/019ac3f2-7d4e-7b1c-9f60-2a8d5e4c1b07${path}`] });
}

/** Returns the shape of one page of a list. */
export function listOf<Row extends z.ZodObject>(row: Row) {
  return z.strictObject({
    data: z.array(row),
    nextCursor: z
      .string()
      .nullable()
      .meta({
        description: "Pass it as `cursor` to get the next page; null on the last one.",
        examples: [null],
      }),
  });
}
