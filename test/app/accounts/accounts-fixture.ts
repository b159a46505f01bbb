import { parseSetCookieHeader } from "better-auth/cookies";
import { z } from "zod";
import { createAuth } from "#app/_lib/auth/create-auth.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { openLink } from "#prisma/sealed-link.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { parseSettings, type Settings } from "#worker/core/settings.ts";

export const IP_HEADER = "x-real-ip";
export const PASSWORD = "correct horse battery";

type Auth = ReturnType<typeof createAuth>;
export type Answer = { status: number; code: string; setCookies: string[] };

export type AccountsFixture = {
  database: TestDatabase;
  auth: Auth;
  settings: Settings;
  queue: Queue;
  /** Moves the clock that limits and links go by. */
  passTime(ms: number): void;
  now(): Date;
  /** A browser with cookies of its own, at a network address of its own. */
  browser(ip?: string): AccountBrowser;
  /** The token in the newest mail of this kind to an address. */
  readToken(kind: "verification" | "reset", email: string): Promise<string>;
  /** Tokens in all mails of this kind to an address, the oldest first. */
  readTokens(kind: "verification" | "reset", email: string): Promise<string[]>;
  /** Signs up and chooses the password, as a person does, and gives the browser that is signed in. */
  openAccount(email: string, password?: string, ip?: string): Promise<AccountBrowser>;
  close(): Promise<void>;
};

export type AccountBrowser = {
  post(path: string, body: object): Promise<Answer>;
  signIn(email: string, password: string): Promise<Answer>;
  isSignedIn(): Promise<boolean>;
  cookies: Map<string, string>;
};

type Environment = Partial<Record<string, string>>;

/** The real accounts on a real database. `environment` changes the settings; sources are told apart by default. */
export async function startAccounts(environment: Environment = {}): Promise<AccountsFixture> {
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const settings = parseSettings({
    DATABASE_URL: database.url,
    APP_URL: "http://flawless.test",
    SMTP_URL: "smtp://127.0.0.1:9",
    AUTH_SECRET: "a secret of the tests, at least 32 characters",
    TRUSTED_IP_HEADER: IP_HEADER,
    ...environment,
  });
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const auth = createAuth({ db, getQueue: async () => queue, settings, now });
  let visitors = 0;
  const browser = (ip = `198.51.100.${(visitors++ % 250) + 1}`) => makeBrowser(auth, settings, ip);
  const readTokens = async (kind: "verification" | "reset", email: string) => {
    const mails = await db.delivery.findMany({ where: { kind, email }, orderBy: { id: "asc" }, select: { payload: true } });
    return mails.map(({ payload }) => {
      const { url } = z.object({ url: z.url() }).parse(openLink(deriveSecretKeys(settings), email, payload));
      return z.string().parse(new URL(url).searchParams.get("token"));
    });
  };
  const readToken = async (kind: "verification" | "reset", email: string) => {
    const token = (await readTokens(kind, email)).at(-1);
    if (!token) throw new Error(`No ${kind} mail was written to ${email}.`);
    return token;
  };
  return {
    database,
    auth,
    settings,
    queue,
    now,
    browser,
    readToken,
    readTokens,
    passTime: (ms) => {
      passed += ms;
    },
    async openAccount(email, password = PASSWORD, ip) {
      const visitor = browser(ip);
      await visitor.post("/sign-up/start", { email });
      const answer = await visitor.post("/sign-up/finish", { token: await readToken("verification", email), password });
      if (answer.status !== 200) throw new Error(`The account was not made: ${answer.status} ${answer.code}`);
      return visitor;
    },
    async close() {
      await queue.stop({ graceful: false });
      await database.drop();
      if (failed.length > 0) throw new AggregateError(failed, "The queue lost its connection.");
    },
  };
}

const faultSchema = z.object({ code: z.string() });

function makeBrowser(auth: Auth, settings: Settings, ip: string): AccountBrowser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: { method: string; body?: string }) => {
    const headers = new Headers({
      origin: new URL(settings.APP_URL).origin,
      "content-type": "application/json",
      [IP_HEADER]: ip,
    });
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await auth.handler(new Request(new URL(`/api/auth${path}`, settings.APP_URL), { ...init, headers }));
    for (const header of response.headers.getSetCookie()) {
      for (const [name, { value, "max-age": age }] of parseSetCookieHeader(header)) {
        if (age === 0) cookies.delete(name);
        else cookies.set(name, encodeURIComponent(decodeURIComponent(value)));
      }
    }
    return response;
  };
  const post = async (path: string, body: object) => {
    const response = await ask(path, { method: "POST", body: JSON.stringify(body) });
    const code = faultSchema.safeParse(await response.json().catch(() => null)).data?.code ?? "";
    return { status: response.status, code, setCookies: response.headers.getSetCookie() };
  };
  return {
    cookies,
    post,
    signIn: (email, password) => post("/sign-in/email", { email, password }),
    isSignedIn: async () => (await (await ask("/get-session", { method: "GET" })).json()) !== null,
  };
}
