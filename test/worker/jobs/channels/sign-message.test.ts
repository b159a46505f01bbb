import { describe, expect, it } from "vitest";
import { makeSigningSecret } from "#prisma/signing-secret.ts";
import { signMessage } from "#worker/jobs/channels/sign-message.ts";

/** From the tests of the Standard Webhooks libraries. */
const VECTOR = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};

describe("signMessage", () => {
  it("signs as the libraries of Standard Webhooks do", () => {
    expect(signMessage(VECTOR, [VECTOR.secret])).toEqual({
      "webhook-id": VECTOR.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": VECTOR.signature,
    });
  });

  it("signs with each secret, the newest first, while one replaces another", () => {
    const newer = makeSigningSecret();
    expect(newer).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [first, second] = signMessage(VECTOR, [newer, VECTOR.secret])["webhook-signature"]?.split(" ") ?? [];
    expect(first).toMatch(/^v1,/);
    expect(first).not.toBe(second);
    expect(second).toBe(VECTOR.signature);
  });
});
