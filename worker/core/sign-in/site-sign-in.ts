import { z } from "zod";

/**
 * Allowed characters of a header's name and value (RFC 9110, 5.5 and 5.6.2). They exclude line breaks, so a header cannot
 * inject another.
 */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const PRINTABLE = /^[\x20-\x7e]+$/;
/** Name-value pairs separated by `;` (RFC 6265, 4.2.1). */
const COOKIES = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+=[^\s;,\\]*(?:; [!#$%&'*+\-.^_`|~0-9A-Za-z]+=[^\s;,\\]*)*$/;
/** Headers that we set ourselves: they identify us or belong to the connection. */
const OUR_HEADERS = new Set(
  `host user-agent connection content-length transfer-encoding keep-alive te trailer upgrade expect accept-encoding accept cookie
  if-none-match if-modified-since range proxy-authorization proxy-connection`.split(/\s+/),
);

const MAX_LENGTH = 4_000;
const secret = (message: string) => z.string({ error: message }).min(1, message).max(MAX_LENGTH, "This is too long.");

/**
 * Credentials for a Site's pages behind a sign-in. `password`: HTTP basic authentication (RFC 7617). `header`: one custom
 * header. `cookies`: as a browser would send them, `name=value; name=value`.
 */
export const siteSignInSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("password"),
    user: secret("Enter the user name.").regex(/^[^:\p{Cc}]+$/u, "A user name cannot contain a colon."),
    password: secret("Enter the password.").regex(/^\P{Cc}+$/u, "A password cannot contain a line break."),
  }),
  z.strictObject({
    kind: z.literal("header"),
    name: secret("Enter the name of the header.")
      .regex(HEADER_NAME, "A header name can contain letters, digits and hyphens, such as X-Preview-Key.")
      .refine((name) => !OUR_HEADERS.has(name.toLowerCase()), "You cannot set this header. For cookies, choose “Cookies”."),
    value: secret("Enter the value of the header.").regex(
      PRINTABLE,
      "A header value cannot contain line breaks or special characters.",
    ),
  }),
  z.strictObject({
    kind: z.literal("cookies"),
    cookies: secret("Enter the cookies.").regex(COOKIES, "Write cookies like this: session=3f9a; region=eu."),
  }),
]);

export type SiteSignIn = z.infer<typeof siteSignInSchema>;
