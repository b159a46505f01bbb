/** Password of the people that tests and benchmarks create without the pages for it. */
export const PASSWORD = "correct horse battery";

/** Signs a person in over HTTP. Returns the cookies of the session. */
export async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookies = answer.headers.getSetCookie().map((header) => header.split(";")[0]);
  if (!answer.ok || cookies.length === 0) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookies.join("; ");
}
