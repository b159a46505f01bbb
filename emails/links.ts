/** Addresses in the web app that mails link to. `appUrl` has no trailing slash. */
export type MailLinks = {
  home: string;
  signIn: string;
  forgotPassword: string;
  site(siteId: string): string;
  issue(siteId: string, issueId: string): string;
  /** Address for deciding about an Issue without signing in; null for a reader who may not. */
  decide(issueId: string): string | null;
  crawls(siteId: string): string;
  settings(siteId: string): string;
  channel(channelId: string): string;
  billing: string;
  /** The page with the archive of the Team's data. */
  people: string;
  operator: string;
  confirm(token: string): string;
  unsubscribe(token: string): string;
  /** Answers a POST without sign-in (RFC 8058). */
  oneClickUnsubscribe(token: string): string;
};

/** Returns the token of a reader's link to decide about an Issue. */
export type DecisionToken = (issueId: string) => string;

/** `appUrl` is the address of the web app; `decisionToken` null: the reader may not decide. */
export function makeMailLinks(appUrl: string, decisionToken: DecisionToken | null = null): MailLinks {
  const base = appUrl.replace(/(?<!\/)\/+$/, "");
  const part = encodeURIComponent;
  return {
    home: base,
    signIn: `${base}/sign-in`,
    forgotPassword: `${base}/forgot-password`,
    site: (siteId) => `${base}/sites/${part(siteId)}`,
    issue: (siteId, issueId) => `${base}/sites/${part(siteId)}/issues/${part(issueId)}`,
    decide: (issueId) => decisionToken && `${base}/decide/${part(decisionToken(issueId))}`,
    crawls: (siteId) => `${base}/sites/${part(siteId)}/crawls`,
    settings: (siteId) => `${base}/sites/${part(siteId)}/settings/mail`,
    channel: (channelId) => `${base}/channels/${part(channelId)}`,
    billing: `${base}/billing`,
    people: `${base}/people`,
    operator: `${base}/operator`,
    confirm: (token) => `${base}/confirm/${part(token)}`,
    unsubscribe: (token) => `${base}/unsubscribe/${part(token)}`,
    oneClickUnsubscribe: (token) => `${base}/api/unsubscribe/${part(token)}`,
  };
}
