import type { IncomingMessage, ServerResponse } from "node:http";
import { hasSameEtag } from "#app/_lib/answers/has-same-etag.ts";
import type { Encoding, PageCopy } from "./page-copy.ts";

/** Answers with a copy of a page, or with 304 if the visitor has the same one. */
export function sendCopy(request: IncomingMessage, response: ServerResponse, copy: PageCopy): void {
  if (hasSameEtag(request.headers["if-none-match"], copy.etag)) {
    response.writeHead(304, copy.unchanged).end();
    return;
  }
  const { headers, body } = copy.variants[encodingFor(request.headers["accept-encoding"] ?? "")];
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
}

/** Chooses the smallest encoding that the visitor accepts (RFC 9110, 12.5.3). */
function encodingFor(accepted: string): Encoding {
  const names = accepted.toLowerCase().split(",").map(acceptedName);
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : "identity";
}

function acceptedName(part: string): string {
  const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  return parameters.some((parameter) => /^q=0(?:\.0{0,3})?$/.test(parameter)) ? "" : name;
}
