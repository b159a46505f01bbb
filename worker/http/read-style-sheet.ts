import { cssUrls } from "../core/page/css-urls.ts";
import { resolveLink } from "../core/page/read-links.ts";
import { discardBody } from "./discard-body.ts";
import { followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";

/** Longer style sheets are looked through up to here, in bytes. */
const MAX_BYTES = 2_000_000;

/** What a style sheet asks for, as absolute addresses; nothing where it cannot be read. @throws the signal's reason when it aborts. */
export async function readStyleSheet(client: HttpClient, address: string, signal: AbortSignal): Promise<string[]> {
  const headers = { "user-agent": client.userAgent, accept: "text/css,*/*;q=0.1", "accept-encoding": ACCEPTED_ENCODINGS };
  const followed = await followRedirects(client, address, { headers, signal }, async ({ url, response }) => {
    const isSheet = response.statusCode === 200 && /css/i.test(String(response.headers["content-type"] ?? ""));
    if (!isSheet) {
      discardBody(response.body);
      return [];
    }
    const { bytes } = await readBody(response.body, response.headers["content-encoding"], MAX_BYTES);
    return cssUrls(bytes.toString("utf8")).flatMap((href) => resolveLink(href, url) ?? []);
  });
  return followed.kind === "answered" ? followed.value : [];
}
