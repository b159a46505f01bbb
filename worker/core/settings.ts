import { z } from "zod";
import {
  BACKUP_ACCESS_MISSING,
  BACKUP_FIELDS,
  BACKUP_KEY_MISSING,
  hasBackupAccess,
  isBackupEncrypted,
  neededS3Names,
  S3_NAMES,
} from "./backup/backup-settings.ts";
import { DomainError } from "./errors.ts";
import { isLoopbackAddress } from "./url/is-loopback-address.ts";

const port = z.coerce.number().int().min(1).max(65_535);

/** Allowed parameters of SMTP_URL and SMTP_URL_REPORTS. The mail library understands others that turn off encryption or certificate checks. */
const SMTP_PARAMETERS = new Map([
  ["tls", /^never$/],
  ["name", /^[a-z0-9.-]{1,253}$/i],
]);

const smtpUrl = z
  .url({ protocol: /^smtps?$/, abort: true })
  .refine((url) => [...new URL(url).searchParams].every(([name, value]) => SMTP_PARAMETERS.get(name)?.test(value)), {
    abort: true,
    error:
      "After the ?, write only tls=never (a relay without encryption in your own network) or name=… (the name of this machine). To trust a certificate of your own, set NODE_EXTRA_CA_CERTS.",
  })
  .refine((url) => !new URL(url).searchParams.has("tls") || new URL(url).password === "", {
    error: "A password is never sent without encryption: remove tls=never, or the user and password.",
  });

const fields = z.object({
  /** PostgreSQL. If absent, `npm start` sets it to the embedded server. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The same database without PgBouncer between: for the queue, migrations and backups, which need a session. If absent, DATABASE_URL. */
  DIRECT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Address of the product; links in mail begin with it. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  PORT: port.default(3000),
  /**
   * Signs sessions and the links that verify addresses: at least 32 characters. If absent, `npm start` generates and stores
   * one.
   */
  AUTH_SECRET: z.string().min(32),
  /**
   * Encrypts the stored sign-ins of sites: at least 32 characters. To replace a key, list several with commas, the newest
   * first. Defaults to AUTH_SECRET.
   */
  SECRETS_KEY: z
    .string()
    .transform((list) => list.split(",").map((secret) => secret.trim()))
    .pipe(z.array(z.string().min(32, "Use at least 32 characters for each key.")))
    .optional(),
  /**
   * `smtp://user:password@host:587`. If absent, mail is kept and shown on the Mailbox page, which needs a loopback APP_URL.
   * Encryption is required except to this machine; `?tls=never` allows an unencrypted relay without password in a private
   * network, `?name=` sets the EHLO name.
   */
  SMTP_URL: smtpUrl.optional(),
  /**
   * A second mail server, for all mails but those that somebody waits for. Each of the two takes over while the other fails. If absent,
   * SMTP_URL is for all.
   */
  SMTP_URL_REPORTS: smtpUrl.optional(),
  /**
   * Most mails within 24 hours, through both servers together, as the provider allows. Those that somebody waits for come first; the rest waits. If
   * absent, no limit.
   */
  MAILS_PER_DAY: z.coerce.number().int().min(10).optional(),
  /**
   * Secret with which the mail provider reports bounces and complaints to /api/mail/events: at least 24 characters. If absent, the address
   * is off.
   */
  MAIL_EVENTS_SECRET: z.string().min(24, "Use at least 24 characters.").optional(),
  MAIL_FROM: z.string().min(3).default("Flawless <hello@flawless.example>"),
  /** If absent, `npm start` runs the Stripe stand-in and creates a key for it, `sk_standin_…`; no money moves. */
  STRIPE_SECRET_KEY: z.string().startsWith("sk_").optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_PRICE_PRO: z.string().min(1).optional(),
  STRIPE_PRICE_AGENCY: z.string().min(1).optional(),
  STRIPE_PRICE_PRO_YEARLY: z.string().min(1).optional(),
  STRIPE_PRICE_AGENCY_YEARLY: z.string().min(1).optional(),
  /** "on": Stripe computes taxes in Checkout, which needs Stripe Tax in the account. */
  STRIPE_TAX: z.enum(["on", "off"]).default("off"),
  /** Address of Stripe's API; `npm start` sets it to the stand-in while no key is configured. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Comma-separated host names or host:port pairs that may be crawled although they are private. For tests and trials. */
  ALLOWED_PRIVATE_HOSTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  /** Browser binary; detected if absent. */
  CHROMIUM_PATH: z.string().min(1).optional(),
  /** Number of Crawls that one worker runs at a time. */
  WORKER_CRAWLS: z.coerce.number().int().min(1).max(64).default(2),
  /** Concurrent requests to a verified site, over all workers. */
  REQUESTS_PER_SITE: z.coerce.number().int().min(1).max(64).default(4),
  /**
   * Header that a trusted proxy overwrites with the visitor's address. If absent, all visitors share the sign-in limits, except
   * known browsers.
   */
  TRUSTED_IP_HEADER: z.string().min(1).optional(),
  /**
   * A LanguageTool server, such as http://localhost:8081, that checks grammar in addition to our own rules. If absent, none is
   * used.
   */
  LANGUAGETOOL_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Pages of a site that are drawn after a Crawl, to show their Issues on a picture. 0: none are. */
  PICTURES_PER_CRAWL: z.coerce.number().int().min(0).max(1_000).default(40),
  /** Most megabytes of pictures of one site, and of all sites. Pages beyond are not drawn. */
  PICTURES_SITE_MB: z.coerce.number().int().min(1).max(1_000_000).default(100),
  PICTURES_TOTAL_MB: z.coerce.number().int().min(1).max(1_000_000_000).default(20_000),
  /** Folder for the pictures, which all processes share. Not used with S3_BUCKET. */
  PICTURES_DIR: z.string().min(1).default(".flawless/pictures"),
  /** A bucket for the pictures instead, in a store that speaks the S3 protocol. Needs all of these but the region. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/, "Write the name of the bucket only: small letters, digits, hyphens and dots.")
    .optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  ...BACKUP_FIELDS,
  /** Name and postal address of the operator, for the imprint. If absent, the imprint says that they are missing. */
  OPERATOR_NAME: z.string().min(1).max(200).optional(),
  OPERATOR_ADDRESS: z.string().min(1).max(500).optional(),
  /**
   * Comma-separated e-mail addresses of the people who run this service. Their accounts, with two-factor sign-in, open the page /operator, and
   * they get a mail with the figures of each day.
   */
  OPERATORS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((address) => address.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.email("Write e-mail addresses with commas between them, such as ann@example.com,ben@example.com."))),
  /** Most websites that visitors without an account may try in an hour, all together. 0: none, and the form is not shown. */
  TRIALS_PER_HOUR: z.coerce.number().int().min(0).max(100_000).default(60),
  /** Secret with which Prometheus reads /metrics: at least 24 characters. If absent, there are no metrics. */
  METRICS_TOKEN: z.string().min(24, "Use at least 24 characters.").optional(),
  /** Web processes that share the port. If absent, one for each processor core, at most four. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  /** Port on which a worker answers /healthz, /readyz and /metrics. If absent, it answers nothing. */
  WORKER_PORT: port.optional(),
  /** Address that gets a request after each sweep of the schedule, and raises the alarm when they stop. If absent, none is sent. */
  HEARTBEAT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** DSN of the project in Sentry, or a compatible server, to which errors are reported. If absent, they are in the log only. */
  SENTRY_DSN: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((dsn) => new URL(dsn).username !== "" && /\/\d+$/.test(new URL(dsn).pathname), {
      error: "Copy the whole DSN of the project: https://<key>@<host>/<number>.",
    })
    .optional(),
  /** Base address of an OpenTelemetry collector that takes traces by HTTP, such as http://localhost:4318. If absent, there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * Seconds for which a stopping web process still answers, while health checks already fail. At least two checks of
   * the balancer.
   */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(600).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** Without a mail server, anybody who can reach the product could read all mail, including links that reset passwords. */
const settingsSchema = fields
  .refine(({ APP_URL, SMTP_URL }) => SMTP_URL !== undefined || isLoopbackAddress(APP_URL), {
    path: ["SMTP_URL"],
    error:
      "APP_URL can be reached by others, so set a mail server: without one, everybody could read all mail on the page /mailbox. For a trial on this machine, leave APP_URL empty.",
  })
  .refine(({ SMTP_URL, SMTP_URL_REPORTS }) => SMTP_URL !== undefined || SMTP_URL_REPORTS === undefined, {
    path: ["SMTP_URL"],
    error: "Sign-ups and new passwords have no mail server: set SMTP_URL, too. If you have one server, set only SMTP_URL.",
  })
  .refine((settings) => new Set(neededS3Names(settings).map((name) => settings[name] !== undefined)).size === 1, {
    path: ["S3_BUCKET"],
    error: `To keep pictures in a bucket, set all of ${S3_NAMES.join(", ")}. To keep them in a folder, leave all of them empty.`,
  })
  .refine(isBackupEncrypted, BACKUP_KEY_MISSING)
  .refine(hasBackupAccess, BACKUP_ACCESS_MISSING)
  .transform((settings) => ({ ...settings, DIRECT_DATABASE_URL: settings.DIRECT_DATABASE_URL ?? settings.DATABASE_URL }));

const storageSchema = fields
  .pick({
    ...{ PICTURES_DIR: true, S3_ENDPOINT: true, S3_BUCKET: true, S3_REGION: true, S3_ACCESS_KEY_ID: true },
    ...{ S3_SECRET_ACCESS_KEY: true, BACKUP_TO: true, BACKUP_RECIPIENT: true, BACKUP_PASSPHRASE: true },
    ...{ BACKUP_PICTURES: true, BACKUP_KEEP: true },
  })
  .refine(hasBackupAccess, BACKUP_ACCESS_MISSING);

const paymentSchema = fields.pick({
  ...{ STRIPE_SECRET_KEY: true, STRIPE_API_URL: true, STRIPE_PRICE_PRO: true, STRIPE_PRICE_AGENCY: true },
  ...{ STRIPE_PRICE_PRO_YEARLY: true, STRIPE_PRICE_AGENCY_YEARLY: true, STRIPE_TAX: true },
});

/** Settings of payments. */
export type PaymentSettings = z.infer<typeof paymentSchema>;

/** Settings of what is kept outside the database. */
export type StorageSettings = z.infer<typeof storageSchema>;

export type Settings = z.infer<typeof settingsSchema>;

/** Names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(fields.shape);

/**
 * Parses settings from environment variables; an empty variable counts as absent.
 * @throws DomainError `invalid-input` listing all faults at once, so that a failed start prints one complete message.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  return parseAs(settingsSchema, environment);
}

/** Parses the settings of stores and backups alone, for commands that need no other. @throws DomainError as `parseSettings` */
export function parseStorageSettings(environment: Record<string, string | undefined>): StorageSettings {
  return parseAs(storageSchema, environment);
}

/** Parses the settings of payments alone. @throws DomainError as `parseSettings` */
export function parsePaymentSettings(environment: Record<string, string | undefined>): PaymentSettings {
  return parseAs(paymentSchema, environment);
}

function parseAs<T>(schema: z.ZodType<T>, environment: Record<string, string | undefined>): T {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new DomainError(
    "invalid-input",
    `These settings are missing or wrong; correct them in .env or in the environment:\n${faults.join("\n")}`,
  );
}
