import { randomUUID } from "node:crypto";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import type { RunningProduct } from "#test/support/running-product.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import type { SeededSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { PASSWORD, signIn } from "#test/support/sign-in.ts";
import type { Holder, Role } from "#worker/core/people/rights.ts";
import type { Ids } from "./verb-inputs.ts";

/** Someone who sends requests. `sees`: the attacked Site is theirs to see. Without a holder: a visitor. */
export type Person = { name: string; cookie: string; holder: Holder | null; sees: boolean };

/** Creates a person for each role, one who sees only `otherSiteId`, one with another Team, and a visitor; each with a session. */
export async function makePeople(
  { url, database: { db } }: RunningProduct,
  { teamId, otherSiteId }: { teamId: string; otherSiteId: string },
): Promise<Person[]> {
  const password = await hashPassword(PASSWORD);
  const openSession = async (email: string, userId: string) => {
    await db.account.create({ data: { id: randomUUID(), userId, accountId: userId, providerId: "credential", password } });
    return signIn(url, email);
  };
  const join = async (name: string, role: Role, siteIds: string[] | null): Promise<Person> => {
    const email = `${name.replaceAll(" ", "-")}@harbour.example`;
    const id = randomUUID();
    await db.user.create({ data: { id, name: email, email, emailVerified: true } });
    await db.member.create({ data: { teamId, userId: id, role, allSites: siteIds === null, siteIds: siteIds ?? [] } });
    const scope = siteIds === null ? teamId : { teamId, siteIds };
    return { name, cookie: await openSession(email, id), holder: { role, teamId: scope }, sees: siteIds === null };
  };
  const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
  const asOwner = { role: "owner", teamId: stranger.teamId } as const;
  return [
    await join("second owner", "owner", null),
    await join("editor", "editor", null),
    await join("viewer", "viewer", null),
    await join("editor elsewhere", "editor", [otherSiteId]),
    { name: "stranger", cookie: await openSession(stranger.email, stranger.userId), holder: asOwner, sees: false },
    { name: "visitor", cookie: "", holder: null, sees: false },
  ];
}

/** Returns ids of what the Team has, and adds a rule of house style, Channels, a token and an invitation. The User is its viewer. */
export async function makeIds(
  { database: { db } }: RunningProduct,
  { teamId, site }: { teamId: string; site: SeededSite },
): Promise<Ids> {
  const { siteId } = site;
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email: "viewer@harbour.example" } });
  const rule = { teamId, kind: "avoid", term: "utilise", key: "utilise" } as const;
  const expiresAt = new Date(Date.now() + 600_000);
  const invitation = { teamId, email: "carla@client.example", role: "viewer", invitedById: userId, expiresAt } as const;
  return {
    siteId,
    userId,
    pageId: site.pageIds[0] ?? "",
    crawlId: site.crawlIds[1],
    issueId: (await db.issue.findFirstOrThrow({ where: { siteId, text: "recieve" } })).id,
    recipientId: (await db.recipient.findFirstOrThrow({ where: { siteId } })).id,
    ruleId: (await db.houseRule.create({ data: rule })).id,
    linkId: (await db.shareLink.create({ data: { siteId, kind: "report", tokenHash: "none", createdAt: new Date() } })).id,
    channelId: (await seedChannels(db, { teamId, siteId }))[2] ?? "",
    tokenId: (
      await db.apiToken.create({
        data: { teamId, userId, name: "Deploy hook", scopes: [], tokenHash: "none", shownEnd: "none" },
      })
    ).id,
    invitationId: (await db.invitation.create({ data: { ...invitation, tokenHash: "none" } })).id,
  };
}
