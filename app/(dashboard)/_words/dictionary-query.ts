import { z } from "zod";

/** The part of a dictionary that an address shows. Invalid values count as absent. */
const dictionaryQuery = z.object({
  q: z
    .string()
    .trim()
    .max(80)
    .transform((typed) => typed.replaceAll("\0", ""))
    .catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type DictionaryQuery = z.infer<typeof dictionaryQuery>;

export function parseDictionaryQuery(search: Record<string, string | string[] | undefined>): DictionaryQuery {
  return dictionaryQuery.parse(search);
}
