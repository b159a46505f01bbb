import type { Problem } from "#worker/core/api/schemas/problem-schema.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Not JSON",
  422: "Used before",
  429: "Too many requests",
  500: "A fault of ours",
  503: "Not available now",
};

type Fault = { status: number; detail: string; errors?: Record<string, string>; headers?: Record<string, string> };

/** Returns an answer that says what is wrong, by RFC 9457. */
export function problem({ status, detail, errors, headers = {} }: Fault): Response {
  const body: Problem = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
