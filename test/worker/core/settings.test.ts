import { describe, expect, it } from "vitest";
import { parseSettings } from "#worker/core/settings.ts";

const needed = { DATABASE_URL: "postgresql://127.0.0.1/x", AUTH_SECRET: "x".repeat(32) };

describe("parseSettings", () => {
  it.each(["https://flawless.example", "http://192.168.1.7:3000", "http://localhost.evil.example", "http://flawless"])(
    "refuses to start without a mail server at %s, where others could read the Mailbox",
    (APP_URL) => {
      expect(() => parseSettings({ ...needed, APP_URL })).toThrow(/SMTP_URL: APP_URL can be reached by others/);
      expect(() => parseSettings({ ...needed, APP_URL, SMTP_URL: "" })).toThrow(/SMTP_URL/);
      expect(parseSettings({ ...needed, APP_URL, SMTP_URL: "smtps://mail.example" }).APP_URL).toBe(APP_URL);
    },
  );

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000", "https://flawless.localhost"])(
    "needs no mail server at %s",
    (APP_URL) => expect(parseSettings({ ...needed, APP_URL }).SMTP_URL).toBeUndefined(),
  );

  it.each([
    "smtp://mail.example?requireTLS=false",
    "smtp://mail.example?ignoreTLS=true",
    "smtp://mail.example?tls.rejectUnauthorized=false",
    "smtp://mail.example?service=Mailtrap",
    "smtp://mail.example?tls=off",
    "smtp://mail.example?tls=never&tls=off",
    "smtp://mail.example?name=a b",
    "smtp://mail.example?constructor=1",
  ])("rejects parameters of SMTP_URL that could turn off encryption: %s", (SMTP_URL) => {
    const set = { ...needed, APP_URL: "https://flawless.example", SMTP_URL };
    expect(() => parseSettings(set)).toThrow(/SMTP_URL: After the \?, write only tls=never/);
  });

  it("takes a second mail server, with the same rules, only beside the first", () => {
    const parse = (urls: object) => parseSettings({ ...needed, APP_URL: "http://localhost", ...urls });
    const SMTP_URL = "smtps://mail.example";
    expect(parse({ SMTP_URL, SMTP_URL_REPORTS: "smtps://bulk.example" }).SMTP_URL_REPORTS).toBe("smtps://bulk.example");
    expect(parse({ SMTP_URL, SMTP_URL_REPORTS: "" }).SMTP_URL_REPORTS).toBeUndefined();
    expect(() => parse({ SMTP_URL_REPORTS: "smtps://bulk.example" })).toThrow(/SMTP_URL: .*set SMTP_URL, too/);
    expect(() => parse({ SMTP_URL, SMTP_URL_REPORTS: "smtp://bulk.example?ignoreTLS=true" })).toThrow(
      /SMTP_URL_REPORTS: After the \?, write only tls=never/,
    );
  });

  it("rejects a password for a relay without encryption", () => {
    const set = { ...needed, APP_URL: "https://flawless.example" };
    expect(() => parseSettings({ ...set, SMTP_URL: "smtp://user:secret@relay:25?tls=never" })).toThrow(/remove tls=never/);
    const SMTP_URL = "smtp://relay:25?tls=never&name=web.example";
    expect(parseSettings({ ...set, SMTP_URL }).SMTP_URL).toBe(SMTP_URL);
  });

  it("reads the operators' addresses in small letters, and refuses what is none", () => {
    const parse = (OPERATORS: string) => parseSettings({ ...needed, APP_URL: "http://localhost", OPERATORS }).OPERATORS;
    expect(parse(" Ann@Flawless.example, ben@flawless.example,")).toEqual(["ann@flawless.example", "ben@flawless.example"]);
    expect(parse("")).toEqual([]);
    expect(() => parse("ann@flawless.example;ben@flawless.example")).toThrow(/OPERATORS.*commas between them/);
  });

  it("reaches the database directly by the same address, unless another is set", () => {
    const parse = (set: Record<string, string>) =>
      parseSettings({ ...needed, APP_URL: "http://localhost", ...set }).DIRECT_DATABASE_URL;
    expect(parse({})).toBe(needed.DATABASE_URL);
    expect(parse({ DIRECT_DATABASE_URL: "" })).toBe(needed.DATABASE_URL);
    expect(parse({ DIRECT_DATABASE_URL: "postgresql://direct/x" })).toBe("postgresql://direct/x");
    expect(() => parse({ DIRECT_DATABASE_URL: "mysql://direct/x" })).toThrow(/DIRECT_DATABASE_URL/);
  });

  it("lists all faults at once", () => {
    expect(() => parseSettings({ APP_URL: "flawless", PORT: "many" })).toThrow(
      /DATABASE_URL[\s\S]*APP_URL[\s\S]*PORT[\s\S]*AUTH_SECRET/,
    );
  });
});
