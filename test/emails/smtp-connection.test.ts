import { describe, expect, it } from "vitest";
import { smtpConnection } from "#emails/smtp-connection.ts";

describe("smtpConnection", () => {
  it.each(["smtp://user:secret@mail.example:587", "smtp://10.0.0.5", "smtp://localhost.evil.example", "smtps://mail.example"])(
    "requires encryption to %s",
    (url) => expect(smtpConnection(url).requireTLS).toBe(true),
  );

  it.each(["smtp://localhost:1025", "smtp://127.0.0.1:2525", "smtp://[::1]:25"])(
    "does not require it within this machine: %s",
    (url) => expect(smtpConnection(url).requireTLS).toBe(false),
  );

  it.each([
    "requireTLS=false",
    "ignoreTLS=true",
    "opportunisticTLS=true",
    "tls.rejectUnauthorized=false",
    "tls.minVersion=TLSv1",
    "secure=false",
    "service=Mailtrap",
    "tls=off&tls=always",
    "requireTLS=false&requireTLS=0",
  ])("lets no parameter turn encryption or its checks off: %s", (parameters) => {
    expect(smtpConnection(`smtp://mail.example:587?${parameters}`)).toEqual({
      url: "smtp://mail.example:587",
      requireTLS: true,
    });
  });

  it("keeps the name for EHLO", () => {
    expect(smtpConnection("smtps://mail.example?name=web.example").url).toBe("smtps://mail.example?name=web.example");
  });

  it("allows a relay without encryption if the setting says so", () => {
    expect(smtpConnection("smtp://relay.internal:25?tls=never")).toEqual({
      url: "smtp://relay.internal:25",
      requireTLS: false,
    });
  });
});
