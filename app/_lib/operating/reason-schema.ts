import { z } from "zod";

/** The reason for a pause, as the Team reads it. It fits into the list of activities. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3, "Write the reason. The team reads it.")
  .max(180, "Use at most 180 characters.");
