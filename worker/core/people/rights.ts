import { seesAllSites, type TeamScope } from "./team-scope.ts";

export const ROLES = ["owner", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** `refusal` is the sentence for those who may not. `allSites`: it concerns the whole Team, so a Member with some of its Sites may not. */
type Rule = { roles: readonly Role[]; refusal: string; allSites?: true };

const OWNERS: readonly Role[] = ["owner"];
const EDITORS: readonly Role[] = ["owner", "editor"];
const VIEW_ONLY = "You can view this team's sites but not change them. Ask its owner to make you an editor.";
const onlyOwners = (what: string): Rule => ({ roles: OWNERS, refusal: `Only an owner of the team can ${what}.` });
const editors = (): Rule => ({ roles: EDITORS, refusal: VIEW_ONLY });
const everyone = (): Rule => ({ roles: ROLES, refusal: "You are not a member of this team." });

/**
 * Lists what each role may do in a Team. Every verb, page and route of a Team names one of these, and nothing else decides about roles. A change
 * that concerns one Site is limited by the Member's TeamScope as well.
 */
export const RIGHTS = {
  /** See the Sites in the Member's scope, and everything recorded about them. */
  "sites.see": everyone(),
  "sites.add": { ...editors(), allSites: true },
  /** Change the settings of a Site, verify, pause and resume it. */
  "sites.change": editors(),
  "sites.delete": { ...editors(), allSites: true },
  "crawls.run": editors(),
  "issues.decide": editors(),
  "recipients.change": editors(),
  /** Make and end addresses that show a Site to people without an account. */
  "results.share": editors(),
  /** Change the name and logo on the reports of all Sites. */
  "brand.change": { ...editors(), allSites: true },
  "words.see": everyone(),
  /** Change the dictionary of one Site. */
  "words.change": editors(),
  /** Change the dictionary of all Sites. */
  "words.change-team": { ...editors(), allSites: true },
  "style.see": everyone(),
  "style.change": { ...editors(), allSites: true },
  "billing.see": everyone(),
  "billing.change": onlyOwners("change the plan"),
  /** See oneself in the Team, leave it, and change to another. */
  "team.belong": everyone(),
  /** Download everything that the Team has. */
  "team.export": { ...onlyOwners("download the team's data"), allSites: true },
  "channels.see": { ...everyone(), allSites: true },
  "channels.change": { ...editors(), allSites: true },
  /** Create and delete tokens of the API. */
  "tokens.change": onlyOwners("create and delete tokens"),
  "people.see": { ...everyone(), allSites: true },
  /** Invite, change roles, remove and hand over. */
  "people.change": onlyOwners("invite people and change what they may do"),
  "activity.see": { ...editors(), allSites: true, refusal: "Only owners and editors of the team can see what was done." },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof RIGHTS;

/** A Member as far as rights depend on it. */
export type Holder = { role: Role; teamId: TeamScope };

const SOME_SITES = "You look after some of this team's sites only, and this concerns all of them. Ask an owner of the team.";

/** Returns the sentence that refuses a Member something; null if they may. */
export function refusalOf({ role, teamId }: Holder, right: Right): string | null {
  const rule: Rule = RIGHTS[right];
  if (!rule.roles.includes(role)) return rule.refusal;
  return rule.allSites && !seesAllSites(teamId) ? SOME_SITES : null;
}

/** Returns true if a Member may do something. */
export function may(member: Holder, right: Right): boolean {
  return refusalOf(member, right) === null;
}
