import { APIError } from "better-auth/api";

/** The name is the e-mail address by default. */
const LONGEST_NAME = 254;
const LONGEST_IMAGE = 2_000;

type Fields = { name?: unknown; image?: unknown };

/** Refuses overlong texts about a user, from every endpoint. */
async function boundFields({ name, image }: Fields): Promise<void> {
  if (isLonger(name, LONGEST_NAME) || isLonger(image, LONGEST_IMAGE))
    throw new APIError("BAD_REQUEST", { code: "TOO_LONG", message: `A name has at most ${LONGEST_NAME} characters.` });
}

function isLonger(text: unknown, most: number): boolean {
  return typeof text === "string" && text.length > most;
}

/** Hooks that Better Auth runs before it writes a user. */
export const USER_HOOKS = { create: { before: boundFields }, update: { before: boundFields } };
