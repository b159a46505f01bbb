import { z } from "zod";

const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Rectangle in a page's CSS pixels, from its upper left corner. */
export type Rect = z.infer<typeof rect>;

/** An Occurrence in the picture of a page: one rectangle for each line that the mistake takes up. */
export const pictureMarkSchema = z.object({ issueId: z.string(), occurrenceId: z.string(), rects: z.array(rect).min(1) });
export type PictureMark = z.infer<typeof pictureMarkSchema>;
