import { AwsClient } from "aws4fetch";
import type { S3Settings } from "#prisma/pictures/s3-store.ts";
import type { BackupPlace } from "./backup-place.ts";

/** `folder`: beginning of the objects' names, without slashes at its ends; empty: none. */
type Options = S3Settings & { folder: string };

/** The time of one request, and how often one that failed is repeated. A part is sent within it also on a slow line. */
const PATIENCE_MS = 120_000;
const RETRIES = 3;
/** Size of the parts of an upload, of which a store takes 10,000. */
const PART_BYTES = 16 * 1024 * 1024;
const MAX_REASON = 300;

/** Keeps backups in a bucket of a store that speaks the S3 protocol. They are sent in parts, so that one needs no more memory than a part. */
export function createS3Place({ endpoint, bucket, region, accessKeyId, secretAccessKey, folder }: Options): BackupPlace {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  const root = `${endpoint.replace(/(?<!\/)\/+$/, "")}/${bucket}`;
  const prefix = folder === "" ? "" : `${folder}/`;
  const send = async (method: string, url: string, body?: string | Uint8Array<ArrayBuffer>): Promise<Response> => {
    const response = await client.fetch(url, { method, signal: AbortSignal.timeout(PATIENCE_MS), ...(body ? { body } : {}) });
    if (response.ok || response.status === 404) return response;
    throw new Error(
      `The store of the backups refused a request (${response.status}). Check BACKUP_TO and the S3_… settings. It says: ${(await response.text()).slice(0, MAX_REASON)}`,
    );
  };
  const urlOf = (name: string) => `${root}/${prefix}${name}`;
  return {
    shown: `s3://${bucket}/${folder}`,
    async put(name, bytes) {
      const url = urlOf(name);
      const id = tagOf(await textOf(await send("POST", `${url}?uploads`)), "UploadId");
      const upload = `uploadId=${encodeURIComponent(id)}`;
      try {
        const tags: string[] = [];
        let total = 0;
        for await (const part of inParts(bytes, PART_BYTES)) {
          const response = await send("PUT", `${url}?partNumber=${tags.length + 1}&${upload}`, part);
          await textOf(response);
          tags.push(response.headers.get("etag") ?? "");
          total += part.length;
        }
        const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
        const list = `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`;
        const answer = await textOf(await send("POST", `${url}?${upload}`, list));
        // The store answers 200 before it is done, and an error may follow in the body.
        if (answer.includes("<Error>"))
          throw new Error(`The store did not put the backup together: ${answer.slice(0, MAX_REASON)}`);
        return total;
      } catch (error) {
        await send("DELETE", `${url}?${upload}`);
        throw error;
      }
    },
    async get(name) {
      const response = await client.fetch(urlOf(name));
      if (response.ok && response.body) return response.body;
      const reason = await response.text();
      if (response.status === 404) return null;
      throw new Error(`The store did not give the backup (${response.status}): ${reason.slice(0, MAX_REASON)}`);
    },
    async list() {
      const names: string[] = [];
      for (let token = ""; ; ) {
        const query = new URLSearchParams({ "list-type": "2", prefix, ...(token ? { "continuation-token": token } : {}) });
        const answer = await textOf(await send("GET", `${root}?${query}`));
        names.push(...tagsOf(answer, "Key").map((key) => key.slice(prefix.length)));
        if (tagOf(answer, "IsTruncated", "false") !== "true") return names;
        token = tagOf(answer, "NextContinuationToken");
      }
    },
    async delete(name) {
      await textOf(await send("DELETE", urlOf(name)));
    },
  };
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.status === 404) throw new Error(`The store has no such bucket or upload: ${text.slice(0, MAX_REASON)}`);
  return text;
}

/** Returns the contents of all elements of a name in the store's XML, which has no attributes there. */
function tagsOf(xml: string, name: string): string[] {
  return xml
    .split(`<${name}>`)
    .slice(1)
    .map((rest) => unescapeXml(rest.slice(0, Math.max(0, rest.indexOf(`</${name}>`)))));
}

function tagOf(xml: string, name: string, otherwise?: string): string {
  const found = tagsOf(xml, name)[0] ?? otherwise;
  if (found === undefined) throw new Error(`The store's answer lacks ${name}: ${xml.slice(0, MAX_REASON)}`);
  return found;
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Collects bytes into parts of this size; the last one may be smaller, and is there also if there are no bytes. */
async function* inParts(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(size);
  let filled = 0;
  let parts = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + size - filled);
      part.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < size) continue;
      yield part;
      parts += 1;
      [part, filled] = [new Uint8Array(size), 0];
    }
  }
  if (filled > 0 || parts === 0) yield part.slice(0, filled);
}
