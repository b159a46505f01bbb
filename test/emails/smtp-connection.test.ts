import { describe, expect, it } from "vitest";
import { smtpConnection } from "#emails/smtp-connection.ts";

describe("smtpConnection", () => {
  it.each(["smtp://user:secret@mail.example:587", "smtp://10.0.0.5", "smtp://localhost.evil.example", "smtps://mail.example"])(
    "requires encryption to %s",
    (url) => expect(smtpConnection(url).requireTLS).toBe(true),
  );

  it.each(["smtp://localhost:1025", "smtp://127.0.0.1:2525", "smtp://[::1]:25"])("does not within this machine: %s", (url) =>
    expect(smtpConnection(url).requireTLS).toBe(false),
  );

  it("allows a plain relay that the setting names as such", () => {
    expect(smtpConnection("smtp://relay.internal:25?tls=never")).toEqual({
      url: "smtp://relay.internal:25",
      requireTLS: false,
    });
  });
});
