/** Returns the parameters of a request's address. The first of repeated names counts. Drops NUL characters, which PostgreSQL refuses. */
export function queryFields(request: Request): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) fields[name] ??= value.replaceAll("\0", "");
  return fields;
}
