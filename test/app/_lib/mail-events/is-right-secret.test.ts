import { describe, expect, it } from "vitest";
import { isRightSecret } from "#app/_lib/mail-events/is-right-secret.ts";

const SECRET = "a-secret-of-the-mail-provider";
const ask = (query: string, authorization?: string) =>
  isRightSecret(
    new Request(`https://flawless.example/api/mail/events${query}`, { headers: authorization ? { authorization } : {} }),
    SECRET,
  );
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("isRightSecret", () => {
  it("accepts the secret in the address, as bearer token and as password", () => {
    expect(ask(`?token=${SECRET}`)).toBe(true);
    expect(ask("", `Bearer ${SECRET}`)).toBe(true);
    expect(ask("", basic(`postmark:${SECRET}`))).toBe(true);
  });

  it.each([
    "",
    "?token=",
    `?token=${SECRET}x`,
    `?token=${SECRET.slice(1)}`,
    `?Token=${SECRET}`,
    `?token=wrong&token=${SECRET}`,
  ])("refuses %j", (query) => {
    expect(ask(query)).toBe(false);
  });

  it.each(["Bearer", "Bearer wrong", SECRET, basic(SECRET.slice(1)), basic(`${SECRET}:wrong`), "Basic %%%"])(
    "refuses the header %j",
    (header) => {
      expect(ask("", header)).toBe(false);
    },
  );
});
