export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormObject = { [key: string]: FormValue };

const MAX_DEPTH = 8;

/**
 * Reads Stripe's form encoding: `line_items[0][price]=p&metadata[team]=t&expand[]=x` becomes nested objects and lists. A
 * numeric or empty part of a key makes a list.
 * @throws RangeError for keys nested deeper than Stripe's own.
 */
export function parseFormBody(text: string): FormObject {
  const root: FormObject = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const path = key.split("[").map((part) => part.replace(/\]$/, ""));
    if (path.length > MAX_DEPTH) throw new RangeError(`The parameter ${key.slice(0, 80)} is nested too deeply.`);
    setAt(root, path, value);
  }
  return listsOf(root);
}

function setAt(target: FormObject, path: string[], value: string): void {
  const [first = "", ...rest] = path;
  const key = first === "" ? String(Object.keys(target).length) : first;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const child = Object.hasOwn(target, key) ? target[key] : undefined;
  const next: FormObject = typeof child === "object" && !Array.isArray(child) ? child : Object.create(null);
  target[key] = next;
  setAt(next, rest, value);
}

function listsOf(object: FormObject): FormObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, listOf(value)]));
}

function listOf(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, item]) => listOf(item));
  return listsOf(value);
}
