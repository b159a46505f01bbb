import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { findFreePort } from "#test/support/servers/free-port.ts";

type Credentials = { accessKeyId: string; secretAccessKey: string };
export type S3Server = {
  url: string;
  /** Stored objects by their path. */
  objects: Map<string, Buffer>;
  /** Answers the next requests with these statuses instead. */
  failures: number[];
  close(): Promise<void>;
};

/**
 * Serves PUT, GET and DELETE of objects as S3 does, and refuses requests whose signature (AWS Signature Version 4) is not that of these
 * credentials, or whose body is another than the signed one.
 */
export async function startS3Server(credentials: Credentials): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const path = request.url ?? "";
    const failure = failures.shift();
    if (failure !== undefined) return response.writeHead(failure).end("<Error><Code>SlowDown</Code></Error>");
    if (!(await isSigned(request, `${url}${path}`, credentials)))
      return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
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
  return { url, objects, failures, close };
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
