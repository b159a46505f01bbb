import { z } from "zod";
import { idField } from "../schemas/api-fields.ts";
import {
  changedWebhookSchema,
  createdWebhookSchema,
  newWebhookSchema,
  webhookListSchema,
  webhookSchema,
  webhookTestSchema,
} from "../schemas/webhook-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_PARAMS, NO_QUERY, PAGING } from "./parameters.ts";

const WEBHOOK_PARAMS = z.object({ webhookId: idField });
const LIST = { section: "Webhooks", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE = { section: "Webhooks", path: "/webhooks/{webhookId}", params: WEBHOOK_PARAMS, query: NO_QUERY } as const;

/** Operations about webhooks, by their ids in the OpenAPI document. They concern all sites, so the token must cover all. */
export const WEBHOOK_OPERATIONS = {
  listWebhooks: contract({
    ...{ ...LIST, method: "get", path: "/webhooks", scope: "webhooks:read", query: PAGING, body: NO_BODY },
    summary: "List the webhooks",
    answer: { status: 200, description: "A page of webhooks.", name: "WebhookList", schema: webhookListSchema },
  }),
  readWebhook: contract({
    ...{ ...ONE, method: "get", scope: "webhooks:read", body: NO_BODY },
    summary: "Read a webhook",
    answer: { status: 200, description: "The webhook.", name: "Webhook", schema: webhookSchema },
  }),
  addWebhook: contract({
    ...{ ...LIST, method: "post", path: "/webhooks", scope: "webhooks:write" },
    summary: "Add a webhook",
    description: "It gets what changes from now on. The secret that signs its messages is in this answer and in no other.",
    body: { name: "NewWebhook", schema: newWebhookSchema },
    answer: { status: 201, description: "The webhook with its secret.", name: "CreatedWebhook", schema: createdWebhookSchema },
    showsSecret: true,
  }),
  changeWebhook: contract({
    ...{ ...ONE, method: "patch", scope: "webhooks:write" },
    summary: "Change, pause or resume a webhook",
    body: { name: "WebhookChange", schema: changedWebhookSchema },
    answer: { status: 200, description: "The webhook.", name: "Webhook", schema: webhookSchema },
  }),
  removeWebhook: contract({
    ...{ ...ONE, method: "delete", scope: "webhooks:write", body: NO_BODY },
    summary: "Delete a webhook",
    answer: { status: 204, description: "It is deleted.", name: null, schema: z.null() },
  }),
  testWebhook: contract({
    ...{ ...ONE, method: "post", path: "/webhooks/{webhookId}/test", scope: "webhooks:write", body: NO_BODY },
    summary: "Send a test message",
    description: "Waits up to 20 seconds for the answer of the other side.",
    answer: { status: 200, description: "The answer of the other side.", name: "WebhookTest", schema: webhookTestSchema },
  }),
};
