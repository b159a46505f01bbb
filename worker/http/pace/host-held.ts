/** Code of the error with which a request is refused whose host asked to be left alone for longer than anyone waits. */
export const HOST_HELD_CODE = "HOST_HELD";

export function hostHeld(host: string): Error {
  return Object.assign(new Error(`${host} asked to be left alone for now.`), { code: HOST_HELD_CODE });
}
