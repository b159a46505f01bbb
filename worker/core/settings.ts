import { z } from "zod";
import { DomainError } from "./errors.ts";
import { isLoopbackAddress } from "./url/is-loopback-address.ts";

const port = z.coerce.number().int().min(1).max(65_535);

/** Parameters of SMTP_URL. Any other would reach the mail library, where several turn encryption or its checks off. */
const SMTP_PARAMETERS = new Map([
  ["tls", /^never$/],
  ["name", /^[a-z0-9.-]{1,253}$/i],
]);

const fields = z.object({
  /** PostgreSQL. `npm start` sets it to the embedded server when it is absent. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Address that people reach the product under; links in mail begin with it. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  PORT: port.default(3000),
  /** Signs sessions and the links that verify addresses: at least 32 characters. `npm start` makes and keeps one when it is absent. */
  AUTH_SECRET: z.string().min(32),
  /**
   * Seals the sign-ins that are kept for sites: at least 32 characters. Several with commas between them while one is replaced, the newest
   * first. Absent: AUTH_SECRET does.
   */
  SECRETS_KEY: z
    .string()
    .transform((list) => list.split(",").map((secret) => secret.trim()))
    .pipe(z.array(z.string().min(32, "Use at least 32 characters for each key.")))
    .optional(),
  /**
   * `smtp://user:password@host:587`. Absent: mail is kept and shown on the Mailbox page, on a machine of one's own only. Encryption is required
   * except to this machine; `?tls=never` allows a plain relay without password in a private network, `?name=` sets what EHLO says.
   */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, abort: true })
    .refine((url) => [...new URL(url).searchParams].every(([name, value]) => SMTP_PARAMETERS.get(name)?.test(value)), {
      abort: true,
      error:
        "After the ?, write only tls=never (a relay without encryption in your own network) or name=… (the name of this machine). To trust a certificate of your own, set NODE_EXTRA_CA_CERTS.",
    })
    .refine((url) => !new URL(url).searchParams.has("tls") || new URL(url).password === "", {
      error: "A password is never sent without encryption: remove tls=never, or the user and password.",
    })
    .optional(),
  MAIL_FROM: z.string().min(3).default("Flawless <hello@flawless.example>"),
  /** Absent: `npm start` runs the Stripe stand-in and makes a key for it, `sk_standin_…`; no money moves. */
  STRIPE_SECRET_KEY: z.string().startsWith("sk_").optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_PRICE_PRO: z.string().min(1).optional(),
  STRIPE_PRICE_AGENCY: z.string().min(1).optional(),
  /** Where Stripe's API answers; set by `npm start` to the stand-in while no key is configured. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Comma-separated host names or host:port that may be crawled although they are private. For tests and trials. */
  ALLOWED_PRIVATE_HOSTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  /** Browser binary; found by itself when absent. */
  CHROMIUM_PATH: z.string().min(1).optional(),
  /** Crawls that one worker runs at a time. */
  WORKER_CRAWLS: z.coerce.number().int().min(1).max(64).default(2),
  /** Requests at a time to a site whose owner proved it theirs, by all workers together. */
  REQUESTS_PER_SITE: z.coerce.number().int().min(1).max(64).default(4),
  /** Header that a trusted proxy overwrites with the visitor's address; absent: all visitors share the limits on signing in, known browsers apart. */
  TRUSTED_IP_HEADER: z.string().min(1).optional(),
  /** A LanguageTool server, such as http://localhost:8081, that checks grammar beside our own rules. Absent: none is asked. */
  LANGUAGETOOL_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** Without a mail server, whoever reaches the product could read everybody's mail, with the links that set new passwords. */
const settingsSchema = fields.refine(({ APP_URL, SMTP_URL }) => SMTP_URL !== undefined || isLoopbackAddress(APP_URL), {
  path: ["SMTP_URL"],
  error:
    "APP_URL can be reached by others, so set a mail server: without one, everybody could read all mail on the page /mailbox. For a trial on this machine, leave APP_URL empty.",
});

export type Settings = z.infer<typeof settingsSchema>;

/** Names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(fields.shape);

/**
 * Settings from environment variables; an empty variable counts as absent.
 * @throws DomainError `invalid-input` listing every fault at once, so that a start fails with one complete message.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settingsSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new DomainError(
    "invalid-input",
    `These settings are missing or wrong; correct them in .env or in the environment:\n${faults.join("\n")}`,
  );
}
