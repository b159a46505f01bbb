import { describe, expect, it } from "vitest";
import { backupName, timeOfBackup } from "#worker/core/backup/backup-name.ts";
import { chooseDeleted, parseBackupKeep } from "#worker/core/backup/choose-kept.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-01-01T03:00:00Z");
const daily = (days: number) => Array.from({ length: days }, (_, day) => backupName(new Date(FIRST + day * DAY_MS)));
const kept = (names: string[], setting = "7,4,12") => {
  const deleted = new Set(chooseDeleted(names, parseBackupKeep(setting)));
  return names.filter((name) => !deleted.has(name)).map((name) => name.slice("flawless-".length, "flawless-2026-01-01".length));
};

describe("backupName", () => {
  it("says when the backup was begun, to the second", () => {
    const at = new Date("2026-11-29T23:59:58.999Z");
    expect(timeOfBackup(backupName(at))).toEqual(new Date("2026-11-29T23:59:58Z"));
  });

  it.each(["flawless-2026-11-29T03-00-00Z.tar.gz.age.unfinished", "notes.txt", "flawless-2026-99-99T03-00-00Z.tar.gz.age", ""])(
    "knows that %j is no backup",
    (name) => {
      expect(timeOfBackup(name)).toBeNull();
      expect(chooseDeleted([name, ...daily(60)], parseBackupKeep("1,0,0"))).not.toContain(name);
    },
  );
});

describe("chooseDeleted", () => {
  it("keeps the last 7 days, and the newest of the last 4 weeks and 12 months", () => {
    expect(kept(daily(334))).toEqual([
      ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31"],
      ...["2026-09-30", "2026-10-31", "2026-11-15", "2026-11-22"],
      ...["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"],
    ]);
  });

  it("comes to the same whether it runs every day or once", () => {
    let left: string[] = [];
    for (const name of daily(200)) {
      left.push(name);
      const deleted = new Set(chooseDeleted(left, parseBackupKeep("7,4,12")));
      left = left.filter((each) => !deleted.has(each));
    }
    expect(kept(left)).toEqual(kept(daily(200)));
  });

  it("keeps all of two days, so that one made after a mishap does not push out last night's, and then one a day, the newest", () => {
    const hours = [1, 2, 3].map((hour) => backupName(new Date(FIRST + hour * 3_600_000)));
    expect(chooseDeleted(hours, parseBackupKeep("7,4,12"))).toEqual([]);
    const names = [...hours, ...daily(4).slice(2)];
    expect(chooseDeleted(names, parseBackupKeep("7,4,12")).sort()).toEqual(hours.slice(0, 2));
  });

  it("deletes nothing more when backups stop, and never the last one", () => {
    expect(kept(daily(3))).toHaveLength(3);
    expect(kept([backupName(new Date(FIRST))], "0,0,0")).toEqual(["2026-01-01"]);
    expect(kept(daily(3), "0,0,0")).toEqual(["2026-01-02", "2026-01-03"]);
  });
});
