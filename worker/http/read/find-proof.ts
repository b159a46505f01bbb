import { resolveTxt } from "node:dns/promises";
import { findProofRecord, isProofFile, PROOF_PATHS, type ProofMethod, proofHosts } from "#worker/core/ownership/proof.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";
import { discardBody } from "../client/discard-body.ts";
import { errorCode } from "../client/error-code.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";
import { fetchPage } from "./fetch-page.ts";

/** The way in which a site was verified, or for each way the reason why not, in the owner's words. */
export type ProofSought = { by: ProofMethod } | { by: null; missing: Record<ProofMethod, string> };

type SeekOptions = {
  signal: AbortSignal;
  /** Looks up a name's TXT records, each in its pieces; defaults to the system's resolver. */
  lookUpTxt?: (host: string) => Promise<string[][]>;
};

const MAX_FILE_BYTES = 10_000;
const DNS_MS = 8_000;

/** Looks for the proof of a site's ownership in all ways at once. @throws the signal's reason when it aborts. */
export async function findProof(
  client: HttpClient,
  { startUrl, token }: { startUrl: string; token: string },
  { signal, lookUpTxt = resolveTxt }: SeekOptions,
): Promise<ProofSought> {
  const [tag, file, dns] = await Promise.all([
    seekTag(client, startUrl, token, signal),
    seekFile(client, startUrl, token, signal),
    seekRecord(startUrl, token, lookUpTxt),
  ]);
  if (tag === null) return { by: "tag" };
  if (file === null) return { by: "file" };
  if (dns === null) return { by: "dns" };
  return { by: null, missing: { tag, file, dns } };
}

/** Returns null if the proof was found, else the reason why not. `seekFile` and `seekRecord` do the same. */
async function seekTag(client: HttpClient, startUrl: string, token: string, signal: AbortSignal): Promise<string | null> {
  const answer = await fetchPage(client, startUrl, { validators: null, signal });
  if (answer.kind === "failure") return `We could not read ${startUrl}. ${answer.failure.message}`;
  if (answer.kind === "not-modified") throw new Error(`${startUrl} answered 304 to an unconditional request.`);
  if (!isSameSite(new URL(answer.url), new URL(startUrl))) return `${startUrl} redirects to another site, ${answer.url}.`;
  const found = await client.read("proofTag", answer.html, token).catch((error: unknown) => {
    if (error instanceof ReadingBrokeOffError) return "unreadable" as const;
    throw error;
  });
  if (found === "found") return null;
  if (found === "unreadable") return `${answer.url} took too long to read.`;
  return found === "other"
    ? `The tag in the head of ${answer.url} has a different code. Copy the tag again.`
    : `We did not find the tag in the head of ${answer.url}.`;
}

async function seekFile(client: HttpClient, startUrl: string, token: string, signal: AbortSignal): Promise<string | null> {
  let why = "";
  for (const path of PROOF_PATHS) {
    const url = new URL(path, startUrl).href;
    const fault = await readFile(client, url, token, signal);
    if (fault === null) return null;
    why ||= fault;
  }
  return why;
}

async function readFile(client: HttpClient, url: string, token: string, signal: AbortSignal): Promise<string | null> {
  const headers = { "user-agent": client.userAgent, accept: "text/plain", "accept-encoding": ACCEPTED_ENCODINGS };
  const judge = async ({ url: end, response }: Answer): Promise<string | null> => {
    const { statusCode: status, headers: received } = response;
    if (status !== 200 || !isSameSite(new URL(end), new URL(url))) {
      discardBody(response.body);
      return status === 404 ? `We did not find a file at ${url}.` : `We could not read ${url} (the server answered ${status}).`;
    }
    const { bytes, fault } = await readBody(response.body, received["content-encoding"], MAX_FILE_BYTES);
    if (fault) throw fault;
    return isProofFile(bytes.toString("utf8"), token) ? null : `The file at ${url} has different content. Copy it again.`;
  };
  const followed = await followRedirects(client, url, { headers, signal }, judge);
  return followed.kind === "answered" ? followed.value : `We could not read ${url}. ${followed.failure.message}`;
}

async function seekRecord(startUrl: string, token: string, lookUpTxt: (host: string) => Promise<string[][]>) {
  const hosts = proofHosts(startUrl);
  const found = await Promise.all(hosts.map((host) => lookUp(host, token, lookUpTxt)));
  if (found.includes("found")) return null;
  const names = hosts.join(" or ");
  if (found.includes("other")) return `The TXT record of ${names} has a different code. Copy the value again.`;
  if (found.includes("silent")) return `We could not look up the DNS records of ${names}. Try again in a minute.`;
  return `We did not find the TXT record of ${names} yet. A new record can take an hour to be seen.`;
}

/** Looks up one name. A missing name or record is an answer; any other error, and a late answer, is silence. */
async function lookUp(host: string, token: string, lookUpTxt: (host: string) => Promise<string[][]>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"silent">((resolve) => {
    timer = setTimeout(() => resolve("silent"), DNS_MS);
  });
  const looked = lookUpTxt(host).then(
    (records) => findProofRecord(records, token),
    (error: unknown) => {
      const code = errorCode(error);
      if (code === null) throw error;
      return code === "ENOTFOUND" || code === "ENODATA" ? ("none" as const) : ("silent" as const);
    },
  );
  return Promise.race([looked, late]).finally(() => clearTimeout(timer));
}
