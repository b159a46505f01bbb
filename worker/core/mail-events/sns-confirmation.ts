import { z } from "zod";

const confirmation = z.object({ Type: z.literal("SubscriptionConfirmation"), TopicArn: z.string(), SubscribeURL: z.string() });
/** Hosts of Amazon SNS. Other hosts under amazonaws.com, such as those of S3, belong to anybody. */
const SNS_HOST = /^sns\.[a-z]{2}(?:-[a-z]{1,12}){1,3}-\d{1,2}\.amazonaws\.com(?:\.cn)?$/;

/** `url` null: it does not lead to Amazon SNS, and must not be opened. */
export type SnsConfirmation = { url: string | null };

/** Reads the question of Amazon SNS, whether we want the messages of a topic; null for anything else. */
export function snsConfirmation(body: unknown): SnsConfirmation | null {
  const parsed = confirmation.safeParse(body);
  if (!parsed.success) return null;
  const url = URL.parse(parsed.data.SubscribeURL);
  const isSafe =
    url !== null &&
    url.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    SNS_HOST.test(url.hostname) &&
    url.searchParams.get("Action") === "ConfirmSubscription";
  return { url: isSafe ? url.href : null };
}
