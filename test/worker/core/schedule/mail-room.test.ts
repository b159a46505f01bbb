import { expect, it } from "vitest";
import { mailRoom } from "#worker/core/schedule/mail-room.ts";

it.each([
  [200, 0, 200, 180],
  [200, 179, 21, 1],
  [200, 180, 20, 0],
  [200, 200, 0, 0],
  [200, 230, 0, 0],
  [10, 9, 1, 0],
])("keeps a tenth of %i mails a day for those that somebody waits for, after %i", (perDay, sent, awaited, reports) => {
  expect(mailRoom(perDay, sent)).toEqual({ awaited, reports });
});
