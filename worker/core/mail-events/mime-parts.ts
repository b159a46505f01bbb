/** `type` without parameters, in small letters. Names of `headers` are in small letters, too; of several with one name, the first. */
export type MimePart = { type: string; headers: ReadonlyMap<string, string>; body: string };

/** Limits of a hostile message: more is cut off. */
const MOST_HEADERS = 500;
const MOST_PARTS = 50;

/** Parses a block of header fields (RFC 5322 2.2), with folded lines joined. */
export function parseFields(block: string): Map<string, string> {
  const fields: [name: string, value: string][] = [];
  for (const line of block.split("\n", MOST_HEADERS)) {
    const last = fields.at(-1);
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`;
    else if (colon > 0) fields.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return new Map(fields.toReversed());
}

/** Splits an entity, with line ends of one character, into its header and body. */
export function parseEntity(text: string): MimePart {
  const start = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  const head = start < 0 ? text : text.slice(0, start);
  const headers = parseFields(head);
  const [type = ""] = (headers.get("content-type") ?? "text/plain").split(";", 1);
  return { type: type.trim().toLowerCase(), headers, body: start < 0 ? "" : text.slice(start).replace(/^\n{1,2}/, "") };
}

/** Returns the parts of a multipart entity (RFC 2046 5.1.1); none of another. */
export function partsOf({ type, headers, body }: MimePart): MimePart[] {
  const boundary = type.startsWith("multipart/") ? parameter(headers.get("content-type") ?? "", "boundary") : null;
  if (boundary === null) return [];
  const parts: string[][] = [];
  for (const line of body.split("\n")) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}--` || (bare === `--${boundary}` && parts.length >= MOST_PARTS)) break;
    if (bare === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => parseEntity(lines.join("\n")));
}

/** Returns a parameter of a header's value, such as `boundary`; null if it has none. */
function parameter(value: string, name: string): string | null {
  const at = value.toLowerCase().indexOf(`${name}=`);
  if (at < 0) return null;
  const rest = value.slice(at + name.length + 1);
  const quoted = rest.startsWith('"') ? rest.slice(1, rest.indexOf('"', 1)) : rest.split(/[;\s]/, 1)[0];
  return quoted ? quoted : null;
}
