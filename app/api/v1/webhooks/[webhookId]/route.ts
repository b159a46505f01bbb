import { apiRoute } from "#app/_lib/api/api-route.ts";
import { changeWebhook, readWebhook, removeWebhook } from "#app/_lib/api/operations/webhook-operations.ts";

/** Returns a webhook. */
export const GET = apiRoute(readWebhook);

/** Changes a webhook. */
export const PATCH = apiRoute(changeWebhook);

/** Deletes a webhook. */
export const DELETE = apiRoute(removeWebhook);
