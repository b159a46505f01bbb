type Call = { server: string; method: string; path: string; body: unknown };

/** Returns a call as a command for a shell, with names such as SITE_ID for the ids in its address. */
export function curlExample({ server, method, path, body }: Call): string {
  const address = `${server}${path.replace(/\{(\w+)\}/g, (_all, name: string) => placeholder(name))}`;
  const lines = [
    `curl ${method === "get" || (method === "post" && body !== undefined) ? "" : `-X ${method.toUpperCase()} `}${address}`,
    `  -H "Authorization: Bearer $FLAWLESS_TOKEN"`,
  ];
  if (body !== undefined) {
    lines.push(`  -H "Content-Type: application/json"`);
    lines.push(`  -d '${JSON.stringify(body, null, 2).replaceAll("'", "’")}'`);
  }
  return lines.join(" \\\n");
}

/** Turns "siteId" into "SITE_ID". */
function placeholder(name: string): string {
  return name.replace(/[A-Z]/g, "_$&").toUpperCase();
}
