/** Code of the error that refuses a request because its host asked for a pause longer than any request waits. */
export const HOST_HELD_CODE = "HOST_HELD";

/** Creates that error. */
export function hostHeld(host: string): Error {
  return Object.assign(new Error(`${host} asked to be left alone for now.`), { code: HOST_HELD_CODE });
}
