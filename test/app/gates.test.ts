import { describe, expect, it } from "vitest";
import { OPERATOR_RIGHTS } from "#worker/core/operating/operator-rights.ts";
import { RIGHTS } from "#worker/core/people/rights.ts";
import { findRoutes, findVerbs, type Gate } from "./gates.ts";

/** Verbs and routes for everyone, each with what protects it instead. All others name a right, or a session for one's own account. */
const PUBLIC_VERBS: Readonly<Record<string, string>> = {
  requestReset: "Better Auth's limits",
  signUp: "Better Auth's limits",
  submitCode: "the challenge in the cookie",
  signIn: "Better Auth's limits",
  resendVerification: "Better Auth's limits",
  resetPassword: "the token in the mail",
  finishSignUp: "the token in the mail",
  joinWithPassword: "the token in the mail",
  trySiteAction: "limits of tries per visitor and in all",
  changeAccount: "ends one's own session only",
  signOutAction: "ends one's own session only",
  changePassword: "Better Auth's session and the present password",
  confirmRecipientAction: "the token in the mail",
  unsubscribeAction: "the token in the mail",
  resubscribeAction: "the token in the mail",
  changeOwnRhythmAction: "the token in the mail",
  liftOwnSuppressionAction: "the token in the mail",
  decideByMailAction: "the token in the mail",
};
const PUBLIC_ROUTES: readonly string[] = [
  "(account)/check-your-mail/page.tsx",
  "(account)/forgot-password/page.tsx",
  "(account)/invitation/[token]/page.tsx",
  "(account)/reset-password/page.tsx",
  "(account)/sign-in/code/page.tsx",
  "(account)/sign-in/page.tsx",
  "(account)/sign-up/page.tsx",
  "(account)/verify-email/page.tsx",
  "(marketing)/bot/page.tsx",
  "(marketing)/changelog/page.tsx",
  "(marketing)/docs/api/page.tsx",
  "(marketing)/imprint/page.tsx",
  "(marketing)/page.tsx",
  "(marketing)/pricing/page.tsx",
  "(marketing)/privacy/page.tsx",
  "(marketing)/status/page.tsx",
  "(marketing)/terms/page.tsx",
  "(marketing)/try/[token]/page.tsx",
  "api/auth/[...all]/route.ts",
  "api/health/route.ts",
  "api/mail/events/route.ts",
  "api/stripe/webhook/route.ts",
  "api/trials/[token]/route.ts",
  "api/unsubscribe/[token]/route.ts",
  "badge/[file]/route.ts",
  "confirm/[token]/page.tsx",
  "decide/[token]/page.tsx",
  "feed/[token]/route.ts",
  "mailbox/[messageId]/html/route.ts",
  "mailbox/[messageId]/page.tsx",
  "mailbox/page.tsx",
  "shared/[token]/page.tsx",
  "unsubscribe/[token]/page.tsx",
  // These answer programs, which show a token: see app/_lib/api/answer-api.ts.
  "api/v1/[...path]/route.ts",
  "api/v1/crawls/[crawlId]/route.ts",
  "api/v1/crawls/[crawlId]/cancel/route.ts",
  "api/v1/issues/[issueId]/route.ts",
  "api/v1/issues/decisions/route.ts",
  "api/v1/openapi.json/route.ts",
  "api/v1/pages/[pageId]/route.ts",
  "api/v1/pages/[pageId]/check/route.ts",
  "api/v1/sites/route.ts",
  "api/v1/sites/[siteId]/route.ts",
  "api/v1/sites/[siteId]/assignees/route.ts",
  "api/v1/sites/[siteId]/crawls/route.ts",
  "api/v1/sites/[siteId]/issues/route.ts",
  "api/v1/sites/[siteId]/pages/route.ts",
  "api/v1/sites/[siteId]/published/route.ts",
  "api/v1/webhooks/route.ts",
  "api/v1/webhooks/[webhookId]/route.ts",
  "api/v1/webhooks/[webhookId]/test/route.ts",
  "api/v1/words/route.ts",
  "api/v1/words/[wordId]/route.ts",
];

describe("every verb and route", () => {
  const verbs = findVerbs();
  const routes = findRoutes();

  it("is found from its file", () => {
    expect(verbs.length).toBeGreaterThan(50);
    expect(routes.length).toBeGreaterThan(45);
    expect(verbs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["changeIssuesAction", "manageSubscription", "signIn"]),
    );
  });

  it("requires a right or a session, or is listed as public", () => {
    const isOpen = ({ rights, operatorRights, needsSession }: Gate) =>
      rights.length === 0 && operatorRights.length === 0 && !needsSession;
    const open = verbs.filter(isOpen).map(({ name }) => name);
    expect(open.sort()).toEqual(Object.keys(PUBLIC_VERBS).sort());
    const openRoutes = routes.filter(isOpen).map(({ path }) => path);
    expect(openRoutes.sort()).toEqual([...PUBLIC_ROUTES].sort());
  });

  it("keeps what operators do from every role: by an operator's right alone, which no role has", () => {
    const ofOperators = [...verbs, ...routes].filter(({ operatorRights }) => operatorRights.length > 0);
    expect(ofOperators.filter(({ rights, needsSession }) => rights.length > 0 || needsSession)).toEqual([]);
    const inRooms = [...verbs, ...routes].filter(({ path }) => /^operator\/|^_verbs\/operating\//.test(path));
    expect(inRooms.length).toBeGreaterThan(12);
    expect(inRooms.map(({ path }) => path).sort()).toEqual(ofOperators.map(({ path }) => path).sort());
    expect(Object.keys(OPERATOR_RIGHTS).filter((right) => Object.hasOwn(RIGHTS, right))).toEqual([]);
    const used = new Set(ofOperators.flatMap(({ operatorRights }) => operatorRights));
    expect([...used].sort()).toEqual(Object.keys(OPERATOR_RIGHTS).sort());
  });

  it("uses each right of the table somewhere", () => {
    const used = new Set([...verbs, ...routes].flatMap(({ rights }) => rights));
    const unused = Object.keys(RIGHTS).filter((right) => ![...used].some((one) => one === right));
    // Asked for in pages only, to show more or less of them.
    expect(unused).toEqual(["people.see"]);
  });
});
