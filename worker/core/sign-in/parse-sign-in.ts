import { DomainError } from "../errors.ts";
import { type SiteSignIn, siteSignInSchema } from "./site-sign-in.ts";

/**
 * Command line options for a sign-in: `--auth user:password`, `--header 'Name: value'`, or `--cookie 'a=b; c=d'` (several are
 * joined).
 */
export type TypedSignIn = { auth?: string | undefined; header?: string | undefined; cookie?: readonly string[] | undefined };

/**
 * Parses the sign-in from command line options; null if there are none.
 * @throws DomainError `invalid-input` that explains the mistake without repeating the secret.
 */
export function parseSignIn({ auth, header, cookie }: TypedSignIn): SiteSignIn | null {
  const given = [auth, header, cookie].filter((option) => option !== undefined);
  if (given.length === 0) return null;
  if (given.length > 1) throw invalid("Use only one of --auth, --header and --cookie.");
  if (auth !== undefined) {
    const [user, password] = split(auth, ":", "--auth: type it as user:password.");
    return parse("--auth", { kind: "password", user, password });
  }
  if (header !== undefined) {
    const [name, value] = split(header, ":", "--header: type it as 'Name: value'.");
    return parse("--header", { kind: "header", name: name.trim(), value: value.trim() });
  }
  return parse("--cookie", { kind: "cookies", cookies: joinCookies(cookie?.join(";") ?? "") });
}

/** Normalises pasted cookies: any spacing or line breaks, a trailing `;`, a leading `Cookie:`. */
export function joinCookies(typed: string): string {
  return typed
    .replace(/^\s*cookie\s*:/i, "")
    .split(/[;\r\n]+/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .join("; ");
}

function parse(option: string, fields: unknown): SiteSignIn {
  const parsed = siteSignInSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map(({ message }) => `${option}: ${message}`).join("\n"));
}

function split(typed: string, mark: string, fault: string): [string, string] {
  const at = typed.indexOf(mark);
  if (at < 1) throw invalid(fault);
  return [typed.slice(0, at), typed.slice(at + 1)];
}

function invalid(message: string): DomainError {
  return new DomainError("invalid-input", message);
}
