/**
 * The text fields of a form; files and Next's own fields are left out. Of repeated names the first counts. NUL characters, which no person
 * types and PostgreSQL refuses, are dropped.
 */
export function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) fields[name] ??= value.replaceAll("\0", "");
  }
  return fields;
}
