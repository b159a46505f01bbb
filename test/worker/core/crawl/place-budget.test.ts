import { describe, expect, it } from "vitest";
import {
  giveBackPlace,
  newPlaceBudget,
  type PlaceBudget,
  placesLeft,
  placesPromised,
  placesTaken,
  takePlaces,
} from "#worker/core/crawl/place-budget.ts";

const afterGivingBack = (budget: PlaceBudget, times: number) =>
  Array.from({ length: times }).reduce<PlaceBudget>((before) => giveBackPlace(before), budget);

describe("PlaceBudget", () => {
  it("counts places taken and given back, and leaves the value before as it was", () => {
    const before = newPlaceBudget(10);
    const after = giveBackPlace(takePlaces(before, 4));
    expect([placesTaken(after), placesLeft(after), after.accepted]).toEqual([3, 7, 4]);
    expect(before).toEqual(newPlaceBudget(10));
  });

  it("lets no more than five places be given back for each one under the limit", () => {
    const all = afterGivingBack(takePlaces(newPlaceBudget(10), 60), 1_000);
    expect([placesTaken(all), placesLeft(all)]).toEqual([10, 0]);
  });

  it("has no place left, and promises none, where more was accepted before than the limit is now", () => {
    const over = takePlaces(newPlaceBudget(5), 1_000_000);
    expect(placesLeft(over)).toBeLessThan(0);
    expect(placesPromised(over, 100)).toBe(0);
  });

  it.each([
    [0, 5, 0],
    [3, 5, 3],
    [3, 0, 0],
    [Number.MAX_SAFE_INTEGER, 7, 7],
    [7, Number.MAX_SAFE_INTEGER, 7],
  ])("with a limit of %d promises %d pending addresses %d places", (limit, pending, places) => {
    expect(placesPromised(newPlaceBudget(limit), pending)).toBe(places);
  });
});
