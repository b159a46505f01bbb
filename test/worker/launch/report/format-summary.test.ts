import { describe, expect, it } from "vitest";
import { formatSummary, type Summary } from "#worker/launch/report/format-summary.ts";

const standIns: Summary = {
  url: "http://localhost:3000",
  smtpHost: null,
  stripe: "stand-in",
  database: "embedded PostgreSQL on port 5555, in /data",
  logs: "/logs",
  allowedPrivateHosts: "",
};

describe("formatSummary", () => {
  it("says with everything played where the mail is read and how to switch to the real parts", () => {
    const text = formatSummary(standIns);
    expect(text).toContain("runs at http://localhost:3000");
    expect(text).toContain("http://localhost:3000/mailbox");
    expect(text).toMatch(/SMTP_URL=.* MAIL_FROM/);
    expect(text).toMatch(/no money moves[\s\S]*STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET/);
    expect(text).toContain("embedded PostgreSQL on port 5555, in /data");
  });

  it("says with everything real where mail goes, and nothing of stand-ins", () => {
    const text = formatSummary({ ...standIns, smtpHost: "mail.example:587", stripe: "real" });
    expect(text).toContain("sent through mail.example:587");
    expect(text).toContain("Payments  through Stripe");
    expect(text).not.toMatch(/mailbox|stand-in/);
  });

  it("warns of a Stripe key without the webhook's secret: plans would never change", () => {
    expect(formatSummary({ ...standIns, stripe: "real, without webhook secret" })).toMatch(
      /plans do not change, because STRIPE_WEBHOOK_SECRET is missing/,
    );
  });

  it("names private hosts only when some may be crawled", () => {
    expect(formatSummary(standIns)).not.toContain("private hosts");
    expect(formatSummary({ ...standIns, allowedPrivateHosts: "127.0.0.1:8080" })).toContain("private hosts: 127.0.0.1:8080");
  });
});
