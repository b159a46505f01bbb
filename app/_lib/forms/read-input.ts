import type { z } from "zod";

/** Invalid input from a form, with one sentence per field name. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super(`These fields are not valid: ${Object.keys(fields).join(", ")}`);
    this.fields = fields;
  }
}

/**
 * Parses input from outside. Kept apart from other parsing, where a mismatch is our bug rather than a mistake in a form.
 * @throws InputError with the first message for each field
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new InputError(fields);
}
