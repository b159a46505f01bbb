import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import { type InvitationLink, invite } from "#prisma/queries/people/invite.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { makeToken } from "#prisma/secret-token.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import type { Role } from "#worker/core/people/rights.ts";

export const NOW = new Date("2026-11-29T12:00:00Z");
export const DAY_MS = 86_400_000;

type Access = { role?: Role; allSites?: boolean; siteIds?: string[] };

export type PeopleFixture = {
  db: Database;
  queue: Queue;
  team: SeededTeam;
  /** Two Sites of the Team, without content. */
  sites: [string, string];
  /** Creates an account without a Team. */
  addUser(email: string): Promise<string>;
  /** Creates an account that is in the Team. */
  addMember(email: string, access?: Access): Promise<string>;
  /** Invites an address and returns the token in the link. */
  inviteOne(email: string, access?: Access, at?: Date): Promise<string>;
  /** Deletes all people and Teams, and creates a Team as at the start. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
};

/** Creates a Team with an owner and two Sites, in a new database. */
export async function startPeople(): Promise<PeopleFixture> {
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const addSite = async (teamId: string, name: string) => {
    const site = {
      teamId,
      name,
      startUrl: `https://${name}.example/`,
      crawlMinute: 1,
      pageLimit: 10,
      nextCrawlAt: NOW,
    };
    return (await db.site.create({ data: site, select: { id: true } })).id;
  };
  const addUser = async (email: string) => {
    const id = randomUUID();
    await db.user.create({ data: { id, name: email, email, emailVerified: true } });
    return id;
  };
  const seed = async () => {
    const team = await seedTeam(db, { email: "owner@harbour.example", plan: "pro" });
    const sites: [string, string] = [await addSite(team.teamId, "bakery"), await addSite(team.teamId, "mill")];
    return { team, sites };
  };
  const fixture: PeopleFixture = {
    db,
    queue,
    ...(await seed()),
    addUser,
    async startAgain() {
      await db.team.deleteMany();
      await db.user.deleteMany();
      await db.delivery.deleteMany();
      Object.assign(fixture, await seed());
    },
    async addMember(email, { role = "editor", allSites = true, siteIds = [] } = {}) {
      const userId = await addUser(email);
      await db.member.create({ data: { teamId: fixture.team.teamId, userId, role, allSites, siteIds } });
      return userId;
    },
    async inviteOne(email, { role = "editor", allSites = true, siteIds = [] } = {}, at = NOW) {
      const link = linkAt(at);
      const { teamId, userId: byUserId } = fixture.team;
      await invite({ db, queue, now: at }, { teamId, byUserId, email, role, allSites, siteIds, link });
      return link.token;
    },
    async close() {
      await queue.stop({ graceful: false });
      await database.drop();
      if (failed.length > 0) throw new AggregateError(failed, "The queue lost its connection.");
    },
  };
  return fixture;
}

/** Returns a link as the app makes it, unsealed. */
export function linkAt(at: Date): InvitationLink {
  const token = makeToken();
  const url = { keyId: "none", sealed: `https://flawless.example/invitation/${token}` };
  return { token, url, expiresAt: new Date(at.getTime() + 7 * DAY_MS) };
}
