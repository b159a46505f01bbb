import type { Sent } from "./call-verb.ts";

/** Ids of what the attacked Team has. */
export type Ids = {
  siteId: string;
  pageId: string;
  crawlId: string;
  issueId: string;
  recipientId: string;
  linkId: string;
  ruleId: string;
  userId: string;
  invitationId: string;
  channelId: string;
  tokenId: string;
};

/** `own`: it names nothing of a Team, so whoever has the right changes their own. */
type Input = { sent: Sent; own?: true };

const NEVER = "01234567-89ab-7def-8123-456789abcdef";

/** A call of each verb of the operators, by which it would change something of the Team or of the service. A new one needs an entry here. */
export function operatorInputs({ teamId, siteId }: { teamId: string; siteId: string }): Readonly<Record<string, Sent>> {
  return {
    holdAction: { form: { teamId, siteId, reason: "For no reason" } },
    releaseAction: { form: { teamId } },
    changeSwitchAction: { form: { name: "crawls", to: "off" } },
    grantFeatureAction: { form: { feature: "api", teamId, to: "give" } },
    announceIncidentAction: { form: { text: "Everything is broken." } },
    endIncidentAction: { form: { incidentId: NEVER } },
    withdrawIncidentAction: { form: { incidentId: NEVER } },
  };
}

/** A call of each verb that needs a right, by which it would change something of the Team. A new verb needs an entry here. */
export function verbInputs(ids: Ids): Readonly<Record<string, Input>> {
  const { siteId, issueId } = ids;
  const call = (input: object): Input => ({ sent: { call: input } });
  const form = (fields: Readonly<Record<string, string>>): Input => ({ sent: { form: fields } });
  const own = (input: Input): Input => ({ ...input, own: true });
  const { channelId } = ids;
  const channel = { name: "Mine", scope: "all", address: "https://evil.example/hook" };
  const rule = { kind: "avoid", pages: "", exceptPages: "" };
  return {
    crawlNowAction: call({ siteId }),
    checkPageAction: call({ siteId, pageId: ids.pageId }),
    stopCrawlAction: call({ crawlId: ids.crawlId }),
    changeHouseRuleAction: form({ ...rule, ruleId: ids.ruleId, term: "leverage", replacement: "use" }),
    addHouseRulesAction: own(form({ ...rule, list: "leverage", step: "add" })),
    deleteHouseRuleAction: call({ ruleId: ids.ruleId }),
    changeIssuesAction: call({ issueIds: [issueId], change: { action: "ignore" } }),
    ignoreMoreAction: call({ issueId, scope: "rule" }),
    restoreIgnoredAction: call({ ignoreRuleId: NEVER }),
    findMatchingAction: call({ search: "", siteId }),
    verifySiteAction: form({ siteId }),
    addSiteAction: own(form({ url: "https://example.com/", timeZone: "UTC" })),
    changeIgnoredLinksAction: form({ siteId, ignoredLinks: "partner.example" }),
    removeSignInAction: form({ siteId }),
    saveSignInAction: form({ siteId, kind: "cookies", cookies: "sid=1" }),
    pauseSiteAction: form({ siteId }),
    resumeSiteAction: form({ siteId }),
    changeCrawlSettingsAction: form({
      siteId,
      timeZone: "UTC",
      crawlHour: "1",
      pageLimit: "1",
      maxDepth: "",
      include: "",
      exclude: "",
    }),
    changeStyleRulesAction: form({ siteId, passive: "on" }),
    changeSignedInPicturesAction: form({ siteId, pictures: "on" }),
    changeEditPatternAction: form({ siteId, system: "own", pattern: "https://cms.example/{path}" }),
    changeGeneralSettingsAction: form({ siteId, name: "Mine now", language: "auto" }),
    deleteSiteAction: form({ siteId, confirmation: "Brightwell Coffee" }),
    addWordsAction: form({ siteId, scope: "site", words: "recieve" }),
    changeRhythmAction: form({ siteId, recipientId: ids.recipientId, rhythm: "weekly", hour: "8", links: "on" }),
    addWordAction: call({ siteId, word: "recieve" }),
    undoWordsAction: call({ decisionId: NEVER }),
    importWordsAction: form({ siteId, scope: "site" }),
    removeWordAction: call({ siteId, word: "flat white" }),
    answerOwnWordsAction: form({ siteId, scope: "site", word: "recieve" }),
    createShareLinkAction: form({ siteId, kind: "report", days: "30" }),
    endShareLinkAction: form({ siteId, linkId: ids.linkId }),
    makeReportFileAction: form({ siteId }),
    changeReportBrandAction: own(form({ name: "Studio Evil" })),
    addRecipientAction: form({ siteId, email: "eve@evil.example" }),
    tryRecipientAgainAction: form({ siteId, recipientId: ids.recipientId }),
    removeRecipientAction: form({ siteId, recipientId: ids.recipientId }),
    choosePlan: own(form({ plan: "pro", period: "month" })),
    startProTrialAction: own(form({})),
    manageSubscription: own(form({})),
    deleteAccountAction: own(form({ password: "not the password" })),
    invitePersonAction: own(form({ email: "eve@evil.example", role: "owner", scope: "all" })),
    sendInvitationAgainAction: form({ invitationId: ids.invitationId }),
    withdrawInvitationAction: form({ invitationId: ids.invitationId }),
    changePersonAction: form({ userId: ids.userId, role: "owner", scope: "all" }),
    removePersonAction: form({ userId: ids.userId }),
    handOverTeamAction: form({ userId: ids.userId, sure: "on" }),
    leaveTeamAction: own(form({})),
    addChannelAction: own(form({ ...channel, kind: "webhook" })),
    changeChannelAction: form({ ...channel, channelId }),
    pauseChannelAction: form({ channelId }),
    resumeChannelAction: form({ channelId }),
    removeChannelAction: call({ channelId }),
    restoreChannelAction: call({ channelId }),
    renewSigningSecretAction: form({ channelId }),
    testChannelAction: form({ channelId }),
    addApiTokenAction: own(form({ name: "Mine", "sites:read": "on" })),
    removeApiTokenAction: call({ tokenId: ids.tokenId }),
    keepTrialAction: own(form({ token: "none", timeZone: "UTC" })),
    renameTeamAction: own(form({ name: "Mine now" })),
  };
}
