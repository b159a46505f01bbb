import { unsubscribe } from "#app/_verbs/recipients/unsubscribe.ts";

type Context = { params: Promise<{ token: string }> };

/** Unsubscribes with one click in a mail program, without a page or sign-in (RFC 8058, section 3.2). */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const known = await unsubscribe(token);
  return new Response(known ? "You are unsubscribed." : "This link is not valid or no longer valid.", {
    status: known ? 200 : 404,
  });
}

/** Redirects to the page with the button. Opening the address must not unsubscribe, because mail scanners open every link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 303, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } });
}
