import { describe, expect, it } from "vitest";
import { snsConfirmation } from "#worker/core/mail-events/sns-confirmation.ts";

const ask = (SubscribeURL: string) =>
  snsConfirmation({ Type: "SubscriptionConfirmation", TopicArn: "arn:aws:sns:eu-central-1:1:t", Token: "2336", SubscribeURL });
const QUERY = "/?Action=ConfirmSubscription&TopicArn=arn&Token=2336";

describe("snsConfirmation", () => {
  it.each(["sns.eu-central-1.amazonaws.com", "sns.us-gov-west-1.amazonaws.com", "sns.cn-north-1.amazonaws.com.cn"])(
    "opens addresses of %s",
    (host) => {
      expect(ask(`https://${host}${QUERY}`)).toEqual({ url: `https://${host}${QUERY}` });
    },
  );

  it.each([
    `http://sns.eu-central-1.amazonaws.com${QUERY}`,
    `https://sns.eu-central-1.amazonaws.com:8443${QUERY}`,
    `https://user:secret@sns.eu-central-1.amazonaws.com${QUERY}`,
    `https://sns.eu-central-1.amazonaws.com.evil.example${QUERY}`,
    `https://evil.example/sns.eu-central-1.amazonaws.com${QUERY}`,
    `https://sns.s3.amazonaws.com${QUERY}`,
    `https://bucket.s3.eu-central-1.amazonaws.com${QUERY}`,
    `https://sns.eu-central-1.amazonaws.com@169.254.169.254${QUERY}`,
    `https://169.254.169.254${QUERY}`,
    "https://sns.eu-central-1.amazonaws.com/?Action=Publish",
    "file:///etc/passwd",
    "no address",
    "",
  ])("does not open %j", (url) => {
    expect(ask(url)).toEqual({ url: null });
  });

  it("is null for other messages", () => {
    expect(snsConfirmation({ Type: "Notification", TopicArn: "arn", SubscribeURL: "https://x" })).toBeNull();
    expect(snsConfirmation(null)).toBeNull();
  });
});
