import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "#worker/log.ts";
import { type ApiAnswer, answerApi } from "./answer-api.ts";
import { createDeliverer, type Deliverer } from "./deliver-webhooks.ts";
import { checkoutPage } from "./pages/checkout-page.ts";
import { invoicePage } from "./pages/invoice-page.ts";
import { pageFrame } from "./pages/page-frame.ts";
import { portalPage } from "./pages/portal-page.ts";
import { type Refusal, readTarget } from "./read-target.ts";
import { loadState, type State, saveState } from "./state.ts";
import { StripeFault } from "./stripe-fault.ts";

const MAX_BODY_BYTES = 1_000_000;
const PAGES = [checkoutPage, portalPage, invoicePage];

type Options = {
  /** 0 chooses a free port. */
  port: number;
  /** The only key that the API accepts. */
  apiKey: string;
  webhookUrl: string;
  webhookSecret: string;
  /** File that keeps the state over restarts; absent: memory only. */
  stateFile?: string | undefined;
  /** Address for browsers; by default its own on loopback. */
  publicUrl?: string | undefined;
  host?: string | undefined;
};

export type StripeStandIn = {
  url: string;
  /** The stand-in's state; tests may read it and call the functions of subscriptions.ts on it. */
  state: State;
  webhooks: Deliverer;
  close(): Promise<void>;
};

/**
 * Starts a server that implements Stripe's API for the official SDK, shows its hosted pages and delivers signed webhooks. No
 * money moves.
 */
export async function startStripeStandIn(options: Options): Promise<StripeStandIn> {
  const state = loadState(options.stateFile);
  const save = () => saveState(state, options.stateFile);
  const webhooks = createDeliverer({ state, save, webhookUrl: options.webhookUrl, webhookSecret: options.webhookSecret });
  const address = { url: "" };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error }, "the Stripe stand-in failed at a request");
      if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { type: "api_error", message: "The Stripe stand-in failed." } }));
    });
  });

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const target = readTarget(request, address.url, options.publicUrl);
    if ("refusal" in target) return sendRefusal(response, target);
    const { url } = target;
    const body = await readBody(request);
    if (body === null) return sendRefusal(response, { status: 413, refusal: "The body of this request is too large." });
    if (url.pathname.startsWith("/v1/")) {
      const answer = answerApi(state, describeRequest(request, url, body), {
        apiKey: options.apiKey,
        publicUrl: options.publicUrl ?? address.url,
      });
      sendJson(response, answer);
    } else {
      sendPage(response, state, url, request.method === "POST" ? new URLSearchParams(body) : null);
    }
    save();
    webhooks.pump();
  };

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, options.host ?? "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : options.port;
  address.url = `http://127.0.0.1:${port}`;
  webhooks.pump();
  const close = async () => {
    await webhooks.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    save();
  };
  return { url: address.url, state, webhooks, close };
}

function sendRefusal(response: ServerResponse, { status, refusal }: Refusal): void {
  const headers = { "content-type": "application/json", connection: "close" };
  response.writeHead(status, headers).end(JSON.stringify({ error: { type: "invalid_request_error", message: refusal } }));
}

function describeRequest(request: IncomingMessage, url: URL, body: string) {
  const { authorization } = request.headers;
  const key = request.headers["idempotency-key"];
  const idempotencyKey = Array.isArray(key) ? key[0] : key;
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.search.slice(1),
    body,
    authorization,
    idempotencyKey,
  };
}

/** Reads a body as text; null if it is too large. Reads to its end even then, or the response would not arrive. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BODY_BYTES) chunks.length = 0;
    else chunks.push(buffer);
  }
  return bytes > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}

function sendJson(response: ServerResponse, { status, body }: ApiAnswer): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_standin" }).end(body);
}

function sendPage(response: ServerResponse, state: State, url: URL, form: URLSearchParams | null): void {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  try {
    for (const page of PAGES) {
      const match = page.pattern.exec(url.pathname);
      if (!match?.[1]) continue;
      const answer = page.answer({ state, id: match[1], form });
      if ("location" in answer) response.writeHead(303, { location: answer.location }).end();
      else response.writeHead(answer.status ?? 200, headers).end(answer.html);
      return;
    }
    response.writeHead(404, headers).end(pageFrame("Not found", "<h1>There is no such page</h1>"));
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    response.writeHead(404, headers).end(pageFrame("Not found", "<h1>This page is no longer valid</h1>"));
  }
}
