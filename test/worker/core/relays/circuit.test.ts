import { describe, expect, it } from "vitest";
import { admit, afterFailure, type Circuit, NEW_CIRCUIT } from "#worker/core/relays/circuit.ts";

const SECOND = 1_000;

function failed(times: number, now = 0): Circuit {
  return Array.from({ length: times }).reduce<Circuit>((circuit) => afterFailure(circuit, "down", now), NEW_CIRCUIT);
}

describe("the circuit of a mail server", () => {
  it("stays closed after two failures in a row, and opens for five seconds after the third", () => {
    expect(admit(failed(2), 0)).toEqual({ state: "closed", failures: 2 });
    const open = failed(3);
    expect(open).toEqual({ state: "open", until: 5 * SECOND, pauseMs: 5 * SECOND, reason: "down" });
    expect(admit(open, 5 * SECOND - 1)).toBeNull();
  });

  it("lets one mail try when the pause is over, and no other meanwhile", () => {
    const trying = admit(failed(3), 5 * SECOND);
    expect(trying).toMatchObject({ state: "trying", since: 5 * SECOND });
    expect(trying && admit(trying, 6 * SECOND)).toBeNull();
  });

  it("lets another try if the first never ends", () => {
    const trying = admit(failed(3), 5 * SECOND);
    expect(trying && admit(trying, 3_600 * SECOND)).toMatchObject({ state: "trying", since: 3_600 * SECOND });
  });

  it("doubles the pause after each failed trial, up to five minutes", () => {
    const pauses: number[] = [];
    let circuit = failed(3);
    let now = 0;
    for (let trial = 0; trial < 9; trial += 1) {
      if (circuit.state !== "open") throw new Error(`The circuit is ${circuit.state}.`);
      pauses.push(circuit.pauseMs / SECOND);
      now = circuit.until;
      const trying = admit(circuit, now);
      if (!trying) throw new Error("No mail may try.");
      circuit = afterFailure(trying, "down", now);
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it("does not prolong the pause for mails that were on their way", () => {
    const open = failed(3);
    expect(afterFailure(open, "late", 4 * SECOND)).toEqual(open);
  });
});
