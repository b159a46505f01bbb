import { z } from "zod";

/** A fault by RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string().meta({ examples: ["about:blank"] }),
  title: z.string().meta({ examples: ["Bad request"] }),
  status: z.int().meta({ examples: [400] }),
  detail: z.string().meta({ description: "What is wrong, in a sentence.", examples: ["Some fields are not valid."] }),
  errors: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "One sentence for each field that is wrong.", examples: [{ limit: "Send a number from 1 to 100." }] }),
});
export type Problem = z.infer<typeof problemSchema>;
