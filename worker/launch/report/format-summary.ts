export type Summary = {
  url: string;
  /** Host of the SMTP server; null if mail is only shown in the Mailbox. */
  smtpHost: string | null;
  stripe: "stand-in" | "real" | "real, without webhook secret";
  database: string;
  logs: string;
  allowedPrivateHosts: string;
};

/** Formats what a person needs to know once everything runs. */
export function formatSummary({ url, smtpHost, stripe, database, logs, allowedPrivateHosts }: Summary): string {
  const mail = smtpHost
    ? [`Mail      sent through ${smtpHost}`]
    : [
        `Mail      is not sent; read it at ${url}/mailbox`,
        "          To send it: SMTP_URL=smtp://user:password@host:587 and MAIL_FROM in .env",
      ];
  const privateHosts = allowedPrivateHosts ? [`Crawls    also these private hosts: ${allowedPrivateHosts}`] : [];
  const rule = "─".repeat(72);
  return [
    rule,
    `Flawless  runs at ${url}`,
    ...mail,
    ...PAYMENT_LINES[stripe],
    ...privateHosts,
    `Database  ${database}`,
    `Logs      ${logs}`,
    "Stop      Ctrl-C. Settings: .env, see .env.example",
    rule,
  ].join("\n");
}

const PAYMENT_LINES: Record<Summary["stripe"], string[]> = {
  "stand-in": [
    "Payments  are simulated; no money moves",
    "          For real payments: STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET in .env",
  ],
  real: ["Payments  through Stripe"],
  "real, without webhook secret": [
    "Payments  through Stripe, but plans do not change, because STRIPE_WEBHOOK_SECRET is missing",
    "          Add a webhook at Stripe for /api/stripe/webhook and put its secret in .env",
  ],
};
