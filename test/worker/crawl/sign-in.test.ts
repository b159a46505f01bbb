import { describe, expect, it } from "vitest";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, failing, HOME, page } from "./fake/fake-web.ts";

const signIn = { kind: "cookies", cookies: "sid=1" } as const;
const basic = { kind: "password", user: "ann", password: "rye" } as const;
const PAGES: FakePages = { "/": page("/a", "/b", "/c"), "/a": page("Text a."), "/b": page("Text b."), "/c": page("Text c.") };

describe("crawlSite with a sign-in", () => {
  it("keeps what it knew of pages that ask to sign in again, and says so", async () => {
    const first = await crawlFakeWeb({ pages: PAGES, plan: { signIn } });
    first.memory.startNextCrawl();
    const pages = {
      ...PAGES,
      "/a": failing("forbidden", 401),
      "/b": failing("forbidden", 403),
      "/c": { to: "/login?next=/c" },
    };
    const second = await crawlFakeWeb({
      pages: { ...pages, "/login": page("Sign in.") },
      memory: first.memory,
      plan: { signIn },
    });
    expect(second.outcomes).toMatchObject({ "/a": "failed sign-in", "/b": "failed sign-in", "/c": "failed sign-in" });
    expect(second.outcomes).not.toHaveProperty("/login");
    expect(second.account.notChecked).toMatchObject([{ code: "sign-in", count: 3 }]);
    expect(second.memory.pages().every(({ known }) => known.snapshot !== null)).toBe(true);
  });

  it.each<[string, FakePages[string]]>([
    ["401", failing("forbidden", 401)],
    ["403", failing("forbidden", 403)],
    ["a redirect", { to: "/login" }],
  ])("fails with a sentence when the start page asks to sign in (%s)", async (_how, answer) => {
    const { account } = await crawlFakeWeb({ pages: { "/": answer, "/login": page("Sign in.") }, plan: { signIn } });
    expect(account).toMatchObject({
      state: "failed",
      failure: { code: "sign-in", message: expect.stringContaining("asks visitors to sign in") },
    });
  });

  const form = (title: string) =>
    `<!doctype html><title>${title}</title><h1>Members</h1><form method=post><label>Password <input type=password></label></form>`;
  const [PROBE] = soft404Probes(new URL(HOME).origin);
  /** The Site's second Crawl, by when these pages answer otherwise. */
  async function crawlAgain(changed: FakePages, plan: Partial<CrawlPlan> = { signIn }) {
    const first = await crawlFakeWeb({ pages: PAGES, plan });
    first.memory.startNextCrawl();
    return crawlFakeWeb({ pages: { ...PAGES, ...changed }, memory: first.memory, plan });
  }

  it("keeps what it knew of pages that show a form to sign in instead, and says so", async () => {
    const crawl = await crawlAgain({ "/a": form("A"), "/b": form("B"), [PROBE]: form("Nothing") });
    expect(crawl.outcomes).toMatchObject({
      "/": "unchanged",
      "/a": "failed sign-in",
      "/b": "failed sign-in",
      "/c": "unchanged",
    });
    expect(crawl.fetched.filter((url) => url === PROBE)).toHaveLength(1);
    expect(crawl.memory.pages().every(({ known }) => known.snapshot !== null)).toBe(true);
  });

  it("fails with a sentence when the start page shows a form to sign in instead", async () => {
    const { account } = await crawlAgain({ "/": form("Bakery"), [PROBE]: form("Bakery") });
    expect(account).toMatchObject({ state: "failed", failure: { code: "sign-in" } });
  });

  it.each<[string, FakePages, Partial<CrawlPlan>?]>([
    ["where addresses that do not exist give no such form", { "/a": form("A") }],
    ["where those show another one", { "/a": form("A"), [PROBE]: form("A").replace("Members", "Home") }],
    ["where those show none", { "/a": form("A"), [PROBE]: page("Text b.") }],
    [
      "where one may choose a new password",
      { "/a": form("A").replace("</form>", "<input type=password></form>"), [PROBE]: form("A") },
    ],
    ["on a site that is opened by user name and password", { "/a": form("A"), [PROBE]: form("A") }, { signIn: basic }],
    ["on a site without a sign-in", { "/a": form("A"), [PROBE]: form("A") }, {}],
  ])("takes a form for a password for what the page says %s", async (_, changed, plan) => {
    expect((await crawlAgain(changed, plan)).outcomes["/a"]).toBe("changed");
  });

  it("does not blame the sign-in for a page that never was open to it, nor for anything on a site without one", async () => {
    const pages = { ...PAGES, "/a": failing("forbidden", 403) };
    expect((await crawlFakeWeb({ pages, plan: { signIn } })).outcomes["/a"]).toBe("failed forbidden");
    const moved = { ...PAGES, "/a": { to: "/login" }, "/login": page("Sign in.") };
    expect((await crawlFakeWeb({ pages: moved })).outcomes).toMatchObject({ "/a": "skipped duplicate", "/login": "new" });
  });

  it("asks for nothing that might sign out or delete, not even whether it is there, also beside its own folder", async () => {
    const asked: string[] = [];
    const verdict = (url: string) => {
      asked.push(url.replace(HOME, "/"));
      return { url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null } as const;
    };
    const links = ["/en/", "/logout", "/en/7/delete", "https://other.example/logout", "/file.pdf"];
    const plan = { signIn, startUrl: `${HOME}en/`, only: ["links"] as const };
    const crawl = await crawlFakeWeb({ pages: { "/en/": page(...links) }, plan, verdict });
    expect(asked.sort()).toEqual(["/file.pdf", "https://other.example/logout"]);
    expect(crawl.fetched.filter((url) => /logout|delete/.test(url))).toEqual([]);
    const onLogout = crawl.memory.verdicts().find(({ url }) => url === `${HOME}logout`);
    expect(onLogout).toMatchObject({ state: "unknown", reason: expect.stringContaining("might sign us out") });
  });
});
