import { apiRoute } from "#app/_lib/api/api-route.ts";
import { testWebhook } from "#app/_lib/api/operations/webhook-operations.ts";

/** Sends a test message to a webhook. */
export const POST = apiRoute(testWebhook);
