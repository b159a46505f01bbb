import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { findFreePort } from "#test/support/servers/free-port.ts";

type Credentials = { accessKeyId: string; secretAccessKey: string };
export type S3Server = {
  url: string;
  /** Uploads that were begun and neither finished nor given up. */
  uploads: Map<string, Buffer[]>;
  /** Stored objects by their path. */
  objects: Map<string, Buffer>;
  /** Answers the next requests with these statuses instead. */
  failures: number[];
  close(): Promise<void>;
};

/**
 * Serves PUT, GET and DELETE of objects, uploads in parts and lists as S3 does, and refuses requests whose signature (AWS Signature Version 4) is not that of these
 * credentials, or whose body is another than the signed one.
 */
export async function startS3Server(credentials: Credentials): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const uploads = new Map<string, Buffer[]>();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const path = request.url ?? "";
    const failure = failures.shift();
    if (failure !== undefined) return response.writeHead(failure).end("<Error><Code>SlowDown</Code></Error>");
    if (!(await isSigned(request, `${url}${path}`, credentials)))
      return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    const answer = answerBackups(request.method ?? "", new URL(path, url), { body, objects, uploads });
    if (answer) return response.writeHead(200, answer.headers).end(answer.body);
    const object = objects.get(path);
    if (request.method === "PUT") {
      objects.set(path, body);
      return response.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return response.writeHead(204).end();
    }
    if (!object) return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    return response.writeHead(200, { "content-length": object.length, "content-type": "image/webp" }).end(object);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, uploads, objects, failures, close };
}

type Stored = { body: Buffer; objects: Map<string, Buffer>; uploads: Map<string, Buffer[]> };

/** Objects in one answer to a list: fewer than a test has, so that it must ask for more. */
const LISTED = 2;

/** Answers the requests of an upload in parts, and lists objects; null for other requests. */
function answerBackups(
  method: string,
  { pathname, searchParams: query }: URL,
  { body, objects, uploads }: Stored,
): { body: string; headers?: Record<string, string> } | null {
  const upload = query.get("uploadId");
  if (method === "POST" && query.has("uploads")) {
    const id = `upload/${uploads.size}+=`;
    uploads.set(id, []);
    return { body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
  }
  if (upload !== null) {
    const parts = uploads.get(upload);
    if (!parts) return { body: "<Error><Code>NoSuchUpload</Code></Error>" };
    const part = Number(query.get("partNumber"));
    if (method === "PUT") {
      parts[part - 1] = body;
      return { body: "", headers: { etag: `"part-${part}"` } };
    }
    uploads.delete(upload);
    const isWhole = parts.every((_, at) => body.includes(`<PartNumber>${at + 1}</PartNumber><ETag>"part-${at + 1}"</ETag>`));
    if (method === "POST" && !isWhole) return { body: "<Error><Code>InvalidPart</Code></Error>" };
    if (method === "POST") objects.set(pathname, Buffer.concat(parts));
    return { body: "" };
  }
  if (method !== "GET" || query.get("list-type") !== "2") return null;
  const begin = `${pathname}/${query.get("prefix") ?? ""}`;
  const keys = [...objects.keys()].filter((path) => path.startsWith(begin)).sort();
  const from = Number(query.get("continuation-token") ?? 0);
  const shown = keys
    .slice(from, from + LISTED)
    .map((path) => `<Contents><Key>${path.slice(pathname.length + 1)}</Key></Contents>`);
  const more = from + LISTED < keys.length;
  const next = more ? `<NextContinuationToken>${from + LISTED}</NextContinuationToken>` : "";
  return { body: `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${shown.join("")}</ListBucketResult>` };
}

async function isSigned({ method, headers }: IncomingMessage, url: string, credentials: Credentials): Promise<boolean> {
  const given = headers.authorization ?? "";
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(";") ?? [];
  const signed = new Headers(
    names.filter((name) => name !== "host").map((name): [string, string] => [name, String(headers[name])]),
  );
  const signer = new AwsV4Signer({
    ...credentials,
    url,
    method: method ?? "",
    headers: signed,
    region: /\/(\w+-\w+-\d|\w+)\/s3\//.exec(given)?.[1] ?? "",
    service: "s3",
    datetime: String(headers["x-amz-date"]),
  });
  return (await signer.authHeader()) === given;
}
