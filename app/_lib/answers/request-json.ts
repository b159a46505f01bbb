/** Requests JSON from our server; null if it refuses. Throws if the connection is lost. */
export async function requestJson(address: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  return answer.ok ? await answer.json() : null;
}
