import { readBounded } from "../read-bounded.ts";
import { ALLOWED_ENDPOINTS } from "./allowed-endpoints.ts";

type Handler = (request: Request) => Promise<Response>;

/** Largest request body in bytes: many times the size of our forms. */
const LARGEST_BODY = 16_384;
const allowed = new Set(ALLOWED_ENDPOINTS);

/** Wraps Better Auth's handler: answers 404 for endpoints that are not allowed, and 413 for a body larger than any form. */
export function guardRequests(handler: Handler): Handler {
  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api\/auth(?=\/)/, "");
    if (!allowed.has(`${request.method} ${path}`)) return refuse(404, "NOT_FOUND", "There is no such endpoint.");
    if (request.body === null) return handler(request);
    const body = await readBounded(request, LARGEST_BODY);
    if (body === null) return refuse(413, "TOO_LARGE", `Send at most ${LARGEST_BODY} bytes.`);
    return handler(new Request(request.url, { method: request.method, headers: request.headers, body }));
  };
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { "cache-control": "no-store" } });
}
