import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { findUserId } from "#prisma/queries/accounts/find-user-id.ts";
import { admitApiCaller } from "#prisma/queries/api/admit-api-caller.ts";
import { eraseDeleted, eraseDueDeletions } from "#prisma/queries/deletion/erase-deleted.ts";
import { findDeleted } from "#prisma/queries/deletion/find-deleted.ts";
import { restoreDeleted } from "#prisma/queries/deletion/restore-deleted.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { findTeams } from "#prisma/queries/teams/find-teams.ts";
import { deleteUser } from "#prisma/queries/users/delete-user.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "#test/app/dashboard/dashboard-fixture.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { erasedAt } from "#worker/core/deletion/erased-at.ts";

describe("a deleted account", () => {
  let fixture: DashboardFixture;
  let db: Database;
  let owner: DashboardFixture["owner"];
  beforeEach(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    owner = fixture.owner;
  });
  afterEach(() => fixture?.close());

  const remove = () => deleteUser(db, owner.userId, NOW);
  const restore = async () => {
    const [{ id } = { id: "" }] = await findDeleted(db, { search: owner.email });
    await restoreDeleted({ db, now: NOW }, id);
  };

  it("ends sessions, tokens, invitations, mail and the plan, and frees its address", async () => {
    const token = makeToken();
    const access = { teamId: owner.teamId, userId: owner.userId };
    await db.apiToken.create({ data: { ...access, name: "t", scopes: [], tokenHash: hashToken(token), shownEnd: "x" } });
    await db.session.create({ data: { id: "s", token: "s", userId: owner.userId, expiresAt: erasedAt(NOW) } });
    await db.subscription.create({ data: { id: "sub", teamId: owner.teamId, plan: "pro", status: "active" } });
    await db.delivery.create({
      data: { kind: "summary", email: "other@x.example", teamId: owner.teamId, dedupeKey: "s", payload: {} },
    });
    expect(await admitApiCaller(db, { token, now: NOW })).not.toBeNull();
    await remove();
    expect(await findUserId(db, owner.email)).toBeNull();
    expect(await findTeams(db, owner.userId)).toEqual([]);
    expect(await admitApiCaller(db, { token, now: NOW })).toBeNull();
    expect(await db.session.count()).toBe(0);
    expect(await db.subscription.count()).toBe(0);
    expect(await db.delivery.count()).toBe(0);
    expect((await findSites(db, { teamId: owner.teamId, now: NOW })).length).toBe(0);
    expect(JSON.stringify(await db.user.findMany())).not.toContain(`"email":"${owner.email}"`);
    await seedTeam(db, { email: owner.email });
  });

  it("is restored with its sites, assignments and sign-in", async () => {
    const { siteId } = fixture.site;
    await db.issue.updateMany({ where: { siteId }, data: { assigneeId: owner.userId } });
    const issues = await db.issue.count({ where: { siteId, assigneeId: owner.userId } });
    await db.account.create({
      data: { id: "a", accountId: owner.userId, providerId: "credential", userId: owner.userId, password: "hash" },
    });
    await remove();
    await restore();
    expect(await findUserId(db, owner.email)).toBe(owner.userId);
    expect(await findTeams(db, owner.userId)).toMatchObject([{ id: owner.teamId, role: "owner" }]);
    expect((await findSites(db, { teamId: owner.teamId, now: NOW })).map(({ id }) => id)).toEqual([siteId]);
    expect(await db.issue.count({ where: { siteId, assigneeId: owner.userId } })).toBe(issues);
    expect(await db.account.findUnique({ where: { id: "a" } })).toMatchObject({ password: "hash" });
    expect(await db.user.findUnique({ where: { id: owner.userId } })).toMatchObject({ emailVerified: true });
    expect(await findDeleted(db)).toEqual([]);
  });

  it("gives its teams to a new account with the same address", async () => {
    await remove();
    const again = await seedTeam(db, { email: owner.email });
    await restore();
    const teams = (await findTeams(db, again.userId)).map(({ id }) => id);
    expect(teams.sort()).toEqual([again.teamId, owner.teamId].sort());
    expect(await db.user.count({ where: { id: owner.userId } })).toBe(0);
  });

  it("is restored before a site that was deleted earlier, and takes that with it when it is erased", async () => {
    const { siteId } = fixture.site;
    await db.$transaction((tx) => deleteSite(tx, { teamId: owner.teamId, siteId, now: NOW }));
    const { id } = await db.deletion.findUniqueOrThrow({ where: { siteId } });
    await remove();
    await expect(restoreDeleted({ db, now: NOW }, id)).rejects.toMatchObject({
      message: expect.stringContaining("Restore the account first"),
    });
    await restore();
    await restoreDeleted({ db, now: NOW }, id);
    expect((await findSites(db, { teamId: owner.teamId, now: NOW })).length).toBe(1);
    await db.$transaction((tx) => deleteSite(tx, { teamId: owner.teamId, siteId, now: NOW }));
    await remove();
    const [account] = await findDeleted(db, { search: owner.email });
    await eraseDeleted(db, account?.id ?? "");
    expect(await db.site.count({ where: { id: siteId } })).toBe(0);
  });

  it("is erased after 30 days with its teams and sites, and leaves others alone", async () => {
    const others = await db.site.count({ where: { teamId: fixture.stranger.teamId } });
    await remove();
    const part = await db.deletion.findUniqueOrThrow({ where: { siteId: fixture.site.siteId } });
    await expect(eraseDeleted(db, part.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await eraseDueDeletions(db, new Date(erasedAt(NOW).getTime() - 1))).toBe(0);
    expect(await eraseDueDeletions(db, erasedAt(NOW))).toBe(1);
    expect(await db.user.count({ where: { id: owner.userId } })).toBe(0);
    expect(await db.team.count({ where: { id: owner.teamId } })).toBe(0);
    expect(await db.site.count()).toBe(others);
    expect(await db.deletion.count()).toBe(0);
  });
});
