import type { z } from "zod";

/** What somebody typed does not fit: one sentence for each field, by the field's name. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super(`These fields are not valid: ${Object.keys(fields).join(", ")}`);
    this.fields = fields;
  }
}

/**
 * Input from outside as its schema wants it. Kept apart from data of our own, where the same mismatch is a fault of the product and not
 * of the person at the form.
 * @throws InputError with the first sentence for each field
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new InputError(fields);
}
