import { dictionary } from "@zxcvbn-ts/language-common";
import { describe, expect, it } from "vitest";
import { explainWeakPassword } from "#app/_lib/password/explain-weak-password.ts";
import { PASSWORD_LENGTH } from "#app/_lib/password/password-length.ts";

const EMAIL = "ann.smith@harbour.example";

describe("explainWeakPassword", () => {
  it("refuses each common password, also with an ending that makes it long enough", () => {
    const common = dictionary["passwords-common"].filter((password) => password.length <= PASSWORD_LENGTH.max);
    expect(common.length).toBeGreaterThan(40_000);
    const long = common.filter((password) => password.length >= PASSWORD_LENGTH.min);
    const lengthened = common.slice(0, 3_000).map((password) => password.padEnd(PASSWORD_LENGTH.min, "1"));
    const accepted = [...long, ...lengthened].filter((password) => explainWeakPassword(password, EMAIL) === null);
    expect(accepted).toEqual([]);
  });

  it.each([
    "password12",
    "P@ssw0rd123",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "qwertyuiop",
    "passwordpassword",
    "2026-11-29",
    "ANN.SMITH@harbour.example",
    "annsmith1990",
    "SmithAnn2026!",
    "harbour-example",
    "Flawless2026",
    "flawlessflawless",
  ])("refuses %s", (password) => {
    expect(explainWeakPassword(password, EMAIL)).toMatch(/too easy to guess/);
  });

  it.each([
    "correct horse battery",
    "another long password",
    "k8#vQz!m2x",
    "blue tuesday lamp",
    "Schiff, Anker, Möwe",
    "船と港とカモメと灯台と海",
  ])("takes %s", (password) => {
    expect(explainWeakPassword(password, EMAIL)).toBeNull();
  });

  it("takes little more time for the longest password than for an ordinary one", () => {
    const shapes = ["p4$$w0rd", "1", "a1", "4@8(631!|1$05+7%2", "20261129", "qwertyuiop"];
    for (const shape of shapes) {
      const password = shape.repeat(PASSWORD_LENGTH.max).slice(0, PASSWORD_LENGTH.max);
      const before = process.cpuUsage();
      explainWeakPassword(password, EMAIL);
      const { user } = process.cpuUsage(before);
      expect(user / 1_000).toBeLessThan(1_000);
    }
  });
});
