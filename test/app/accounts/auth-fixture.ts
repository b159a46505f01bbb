import { makeMailedLink } from "#app/_lib/auth/account-links.ts";
import { createAuth } from "#app/_lib/auth/create-auth.ts";
import { VERIFICATION_HOURS } from "#app/_lib/link-hours.ts";
import { answerAuth } from "#app/_lib/security-log/answer-auth.ts";
import { requestSignUp } from "#prisma/queries/accounts/request-sign-up.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { openLink } from "#prisma/sealed-link.ts";
import { deriveSecretKeys, type SecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { parseSettings } from "#worker/core/settings.ts";

const APP_URL = "http://flawless.test";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";

export type Answer = { status: number; code: string; signedIn: boolean };
/** A browser that keeps cookies, at the real handler of Better Auth. */
export type TestBrowser = {
  post(path: string, body: Record<string, unknown>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Says whether its cookies open a session. */
  isIn(): Promise<boolean>;
  cookies: Map<string, string>;
};

export type AuthFixture = {
  database: TestDatabase;
  queue: Queue;
  keys: SecretKeys;
  auth: ReturnType<typeof createAuth>;
  /** Moves the clock of what is ours on. */
  wait(ms: number): void;
  now(): Date;
  open(address?: string): TestBrowser;
  signUp(email: string, password: string): Promise<string>;
  /** The token in the newest mail of this kind to an address. */
  readToken(kind: "verification" | "reset", email: string): Promise<string>;
  close(): Promise<void>;
};

/** Better Auth with our plugins over a database of the test file's own. The network address comes in the header x-visitor. */
export async function startAuthFixture(): Promise<AuthFixture> {
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const settings = parseSettings({
    DATABASE_URL: database.url,
    APP_URL,
    SMTP_URL: "smtp://127.0.0.1:9",
    AUTH_SECRET: "a secret of the tests, at least 32 characters",
    TRUSTED_IP_HEADER: "x-visitor",
  });
  const start = Date.now();
  let shift = 0;
  // It only moves when a test moves it, so that no code grows old while a test runs.
  const now = () => new Date(start + shift);
  const auth = createAuth({ db, getQueue: async () => queue, settings, now });
  let opened = 0;
  // Each browser has an address of its own: the limits by address are not what is tested.
  const open = (address = `203.0.${Math.floor(++opened / 250)}.${opened % 250}`): TestBrowser => {
    const cookies = new Map<string, string>();
    const send = async (path: string, init: { method: string; body?: string }): Promise<Answer> => {
      const headers = new Headers({
        origin: APP_URL,
        "user-agent": FIREFOX,
        "x-visitor": address,
        "content-type": "application/json",
      });
      if (init.body) headers.set("content-length", String(Buffer.byteLength(init.body)));
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      const request = new Request(`${APP_URL}/api/auth${path}`, { ...init, headers });
      const response = await answerAuth({ auth, db, settings, now }, request);
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const body: unknown = await response.json().catch(() => null);
      const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
      return { status: response.status, code, signedIn: typeof body === "object" && body !== null && "session" in body };
    };
    const browser: TestBrowser = {
      cookies,
      post: (path, body) => send(path, { method: "POST", body: JSON.stringify(body) }),
      get: (path) => send(path, { method: "GET" }),
      isIn: async () => (await send("/get-session", { method: "GET" })).signedIn,
    };
    return browser;
  };
  const signUp = async (email: string, password: string) => {
    const link = makeMailedLink({ db, getQueue: async () => queue, settings, now }, email, {
      path: "/verify-email",
      hours: VERIFICATION_HOURS,
    });
    await requestSignUp(db, queue, link);
    await open().post("/sign-up/finish", { token: link.token, password });
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    // Signing up signs in as well: the tests count sessions and events from here on.
    await db.session.deleteMany({ where: { userId: user.id } });
    await db.securityEvent.deleteMany({ where: { userId: user.id } });
    return user.id;
  };
  const readToken = async (kind: "verification" | "reset", email: string) => {
    const { payload } = await db.delivery.findFirstOrThrow({ where: { email, kind }, orderBy: { createdAt: "desc" } });
    return /token=([^"]+)/.exec(JSON.stringify(openLink(deriveSecretKeys(settings), email, payload)))?.[1] ?? "";
  };
  const close = async () => {
    await queue.stop({ graceful: false });
    await database.drop();
    if (failed.length > 0) throw new AggregateError(failed, "The queue lost its connection.");
  };
  return {
    database,
    queue,
    keys: deriveSecretKeys(settings),
    auth,
    wait: (ms) => (shift += ms),
    now,
    open,
    signUp,
    readToken,
    close,
  };
}
