/**
 * Returns the text fields of a form, without files and Next's own fields. The first of repeated names counts. Drops NUL
 * characters, which PostgreSQL refuses.
 */
export function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) fields[name] ??= value.replaceAll("\0", "");
  }
  return fields;
}
