import { z } from "zod";
import { countField, idField, listOf, timeField } from "./api-fields.ts";

const LONGEST_NAME = 60;
const name = z
  .string("Send a name.")
  .trim()
  .min(1, "Send a name.")
  .max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`)
  .meta({ examples: ["Ticket system"] });
const url = z.string("Send an address.").meta({
  description: "Begins with https:// and is on the public internet.",
  examples: ["https://tickets.example/hooks/flawless"],
});
const siteIds = z
  .array(idField)
  .min(1, "Send at least one site, or null for all.")
  .max(1_000)
  .nullable()
  .meta({ description: "The sites whose changes it gets; null: all, also those added later.", examples: [null] });

/** A webhook in the API. Its address and its secret are never shown again. */
export const webhookSchema = z.strictObject({
  id: idField,
  name,
  urlShown: z
    .string()
    .meta({ description: "Its address, shortened: it may hold a secret.", examples: ["https://tickets.example/…less"] }),
  siteIds,
  state: z
    .enum(["on", "paused", "switched-off"])
    .meta({ description: "`switched-off`: we stopped it after days of failures.", examples: ["on"] }),
  failingSince: timeField
    .nullable()
    .meta({ description: "The first failure since the last message that got through.", examples: [null] }),
});
export const webhookListSchema = listOf(webhookSchema);

export const newWebhookSchema = z.strictObject({ name, url, siteIds: siteIds.default(null) });
export const createdWebhookSchema = webhookSchema.extend({
  signingSecret: z.string().meta({
    description: "Verifies our messages by Standard Webhooks. It is shown only now.",
    examples: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  }),
});
export const changedWebhookSchema = z
  .strictObject({
    name: name.optional(),
    url: url.optional(),
    siteIds: siteIds.optional(),
    isPaused: z
      .boolean()
      .optional()
      .meta({ description: "True pauses it. False resumes it, also if we had switched it off.", examples: [true] }),
  })
  .meta({ description: "The fields to change; all others stay." });

export const webhookTestSchema = z.strictObject({
  isDelivered: z.boolean().meta({ examples: [true] }),
  status: z
    .int()
    .nullable()
    .meta({ description: "HTTP status of the answer; null: there was none.", examples: [200] }),
  ms: countField.meta({ examples: [120] }),
  answer: z.string().meta({ description: "The beginning of the answer, or why there was none.", examples: ["ok"] }),
});
