import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { runAction } from "#app/_lib/forms/run-action.ts";
import { DomainError } from "#worker/core/errors.ts";

const schema = z.object({
  name: z.string().min(1, "Please type a name."),
  address: z.object({ city: z.string("Please type a city.") }),
});

describe("runAction", () => {
  it("returns the success message", async () => {
    expect(await runAction(async () => ({ done: "Saved." }))).toEqual({ done: "Saved." });
  });

  it("shows the first message for each invalid field", async () => {
    const state = await runAction(async () => {
      readInput(schema, { name: "", address: {} });
      return {};
    });
    expect(state).toEqual({ fields: { name: "Please type a name.", "address.city": "Please type a city." } });
  });

  it("shows the message of a DomainError", async () => {
    const state = await runAction(async () => {
      throw new DomainError("invalid-input", "This address is taken.");
    });
    expect(state).toEqual({ error: "This address is taken." });
  });

  it("does not blame the form's user for an unreadable stored row", async () => {
    const state = await runAction(async () => {
      schema.parse({ name: "", address: {} });
      return {};
    });
    expect(state.fields).toBeUndefined();
    expect(state.error).toMatch(/on our side.* code: [0-9a-f-]+\.$/);
  });
});
