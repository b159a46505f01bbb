import { parseSetCookieHeader } from "better-auth/cookies";
import { z } from "zod";
import { createAuth } from "#app/_lib/auth/create-auth.ts";
import { answerAuth } from "#app/_lib/security-log/answer-auth.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { openLink } from "#prisma/sealed-link.ts";
import { deriveSecretKeys, type SecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { parseSettings, type Settings } from "#worker/core/settings.ts";

export const IP_HEADER = "x-real-ip";
export const PASSWORD = "correct horse battery";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";

type MailKind = "verification" | "reset";
export type Answer = {
  status: number;
  code: string;
  /** True if the body contains a session. */
  signedIn: boolean;
  setCookies: string[];
};

export type AccountsFixture = {
  database: TestDatabase;
  auth: ReturnType<typeof createAuth>;
  settings: Settings;
  keys: SecretKeys;
  queue: Queue;
  /** Moves the clock of limits, links and codes, which otherwise does not move. */
  passTime(ms: number): void;
  now(): Date;
  /** Opens a browser with its own cookies, by default at its own network address, so that limits by address do not interfere. */
  browser(ip?: string): AccountBrowser;
  /** Returns the token in the newest mail of this kind to an address. */
  readToken(kind: MailKind, email: string): Promise<string>;
  /** Returns the tokens in all mails of this kind to an address, oldest first. */
  readTokens(kind: MailKind, email: string): Promise<string[]>;
  /** Signs up and chooses the password, as a person does, and returns the signed-in browser. */
  openAccount(email: string, password?: string, ip?: string): Promise<AccountBrowser>;
  /** Opens an account and deletes the session and events of its sign-up, for tests that count them. Returns the user's id. */
  createUser(email: string, password?: string): Promise<string>;
  close(): Promise<void>;
};

export type AccountBrowser = {
  post(path: string, body: object): Promise<Answer>;
  get(path: string): Promise<Answer>;
  signIn(email: string, password: string): Promise<Answer>;
  isSignedIn(): Promise<boolean>;
  cookies: Map<string, string>;
};

type Environment = Partial<Record<string, string>>;

/** Starts the real accounts on a real database. `environment` overrides settings; by default, sources can be distinguished. */
export async function startAccounts(environment: Environment = {}): Promise<AccountsFixture> {
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const settings = parseSettings({
    DATABASE_URL: database.pooledUrl,
    APP_URL: "http://flawless.test",
    SMTP_URL: "smtp://127.0.0.1:9",
    AUTH_SECRET: "a secret of the tests, at least 32 characters",
    TRUSTED_IP_HEADER: IP_HEADER,
    ...environment,
  });
  const keys = deriveSecretKeys(settings);
  const start = Date.now();
  let passed = 0;
  const now = () => new Date(start + passed);
  const auth = createAuth({ db, getQueue: async () => queue, settings, now });
  const send = (request: Request) => answerAuth({ auth, db, settings, now }, request);
  let visitors = 0;
  const nextIp = () => `203.0.${Math.floor(++visitors / 250)}.${visitors % 250}`;
  const browser = (ip = nextIp()) => makeBrowser(send, settings.APP_URL, ip);
  const readTokens = async (kind: MailKind, email: string) => {
    const mails = await db.delivery.findMany({ where: { kind, email }, orderBy: { id: "asc" }, select: { payload: true } });
    return mails.map(({ payload }) => {
      const { url } = z.object({ url: z.url() }).parse(openLink(keys, email, payload));
      return z.string().parse(new URL(url).searchParams.get("token"));
    });
  };
  const readToken = async (kind: MailKind, email: string) => {
    const token = (await readTokens(kind, email)).at(-1);
    if (!token) throw new Error(`No ${kind} mail was written to ${email}.`);
    return token;
  };
  const openAccount = async (email: string, password = PASSWORD, ip?: string) => {
    const visitor = browser(ip);
    await visitor.post("/sign-up/start", { email });
    const answer = await visitor.post("/sign-up/finish", { token: await readToken("verification", email), password });
    if (answer.status !== 200) throw new Error(`The account was not made: ${answer.status} ${answer.code}`);
    return visitor;
  };
  return {
    database,
    auth,
    settings,
    keys,
    queue,
    now,
    browser,
    readToken,
    readTokens,
    openAccount,
    passTime: (ms) => {
      passed += ms;
    },
    async createUser(email, password) {
      await openAccount(email, password);
      const { id: userId } = await db.user.findUniqueOrThrow({ where: { email } });
      await db.session.deleteMany({ where: { userId } });
      await db.securityEvent.deleteMany({ where: { userId } });
      return userId;
    },
    async close() {
      await queue.stop({ graceful: false });
      await database.drop();
      if (failed.length > 0) throw new AggregateError(failed, "The queue lost its connection.");
    },
  };
}

const faultSchema = z.object({ code: z.string() });
const sessionSchema = z.object({ session: z.unknown() });

function makeBrowser(send: (request: Request) => Promise<Response>, appUrl: string, ip: string): AccountBrowser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: { method: string; body?: string }): Promise<Answer> => {
    const headers = new Headers({
      origin: new URL(appUrl).origin,
      "user-agent": FIREFOX,
      "content-type": "application/json",
      [IP_HEADER]: ip,
    });
    if (init.body) headers.set("content-length", String(Buffer.byteLength(init.body)));
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await send(new Request(new URL(`/api/auth${path}`, appUrl), { ...init, headers }));
    for (const header of response.headers.getSetCookie()) {
      for (const [name, { value, "max-age": age }] of parseSetCookieHeader(header)) {
        if (age === 0) cookies.delete(name);
        else cookies.set(name, encodeURIComponent(decodeURIComponent(value)));
      }
    }
    const body: unknown = await response.json().catch(() => null);
    return {
      status: response.status,
      code: faultSchema.safeParse(body).data?.code ?? "",
      signedIn: sessionSchema.safeParse(body).success,
      setCookies: response.headers.getSetCookie(),
    };
  };
  const post = (path: string, body: object) => ask(path, { method: "POST", body: JSON.stringify(body) });
  const get = (path: string) => ask(path, { method: "GET" });
  return {
    cookies,
    post,
    get,
    signIn: (email, password) => post("/sign-in/email", { email, password }),
    isSignedIn: async () => (await get("/get-session")).signedIn,
  };
}
