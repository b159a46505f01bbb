/** Returns an address without the parameters of these names, as they are written. The rest of the query keeps its order. */
export function withoutParameters(url: string, names: Iterable<string>): string {
  let bare = url;
  if (url.includes("?")) for (const name of names) bare = withoutParameter(bare, name);
  return bare;
}

/** The same for one name. */
export function withoutParameter(url: string, name: string): string {
  const [address = "", ...fragment] = url.split("#");
  const at = address.indexOf("?");
  if (at === -1) return url;
  const kept = address
    .slice(at + 1)
    .split("&")
    .filter((pair) => pair.split("=", 1)[0] !== name);
  return [`${address.slice(0, at)}${kept.length > 0 ? "?" : ""}${kept.join("&")}`, ...fragment].join("#");
}
