/** Returns a response header's value: the first where a server sent it several times, null where it sent none. */
export function firstValue(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
