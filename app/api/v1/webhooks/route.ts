import { apiRoute } from "#app/_lib/api/api-route.ts";
import { addWebhook, listWebhooks } from "#app/_lib/api/operations/webhook-operations.ts";

/** Lists the webhooks. */
export const GET = apiRoute(listWebhooks);

/** Adds a webhook. */
export const POST = apiRoute(addWebhook);
