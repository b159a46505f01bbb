import { resolveLink } from "#worker/core/page/extract/read-links.ts";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";
import { discardBody } from "../client/discard-body.ts";
import { followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";

/** Bytes that are read of a file. */
const MAX_BYTES = 2_000_000;

/**
 * Reads which addresses a style sheet or manifest loads; none if it cannot be fetched.
 * @throws the signal's reason when it aborts, and `ReadingBrokeOffError` if parsing broke off.
 */
export async function readParts(client: HttpClient, address: string, signal: AbortSignal): Promise<string[]> {
  const headers = { "user-agent": client.userAgent, accept: "text/css,*/*;q=0.1", "accept-encoding": ACCEPTED_ENCODINGS };
  const followed = await followRedirects(client, address, { headers, signal }, async ({ url, response }) => {
    const kind = sheetKind(url, response.headers["content-type"]);
    if (response.statusCode !== 200 || !kind) {
      discardBody(response.body);
      return [];
    }
    const { bytes } = await readBody(response.body, response.headers["content-encoding"], MAX_BYTES);
    const urls = await client.read("sheet", new TextDecoder().decode(bytes), kind);
    return urls.flatMap((href) => resolveLink(href, url) ?? []);
  });
  return followed.kind === "answered" ? followed.value : [];
}
