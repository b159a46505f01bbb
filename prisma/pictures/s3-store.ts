import { AwsClient } from "aws4fetch";
import { type PictureStore, pathOfKey, typeOfKey } from "./picture-store.ts";

/** Access to a bucket of a store that speaks the S3 protocol. `endpoint`: its address without the bucket. */
export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

/** The time of one request, and how often one that failed is repeated. */
const PATIENCE_MS = 30_000;
const RETRIES = 2;
/** Longest part of a store's error message that is logged. */
const MAX_REASON = 300;

/** Keeps pictures in a bucket, below `pictures/`, by signed requests (AWS Signature Version 4) with the bucket in the path. */
export function createS3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): PictureStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  const request = (method: string, key: string, body?: Uint8Array<ArrayBuffer>) => {
    const url = `${endpoint.replace(/(?<!\/)\/+$/, "")}/${bucket}/pictures/${pathOfKey(key)}`;
    const headers = body ? { "content-type": typeOfKey(key) } : undefined;
    return client.fetch(url, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && headers ? { body, headers } : {}),
    });
  };
  return {
    async put(key, picture) {
      const response = await request("PUT", key, new Uint8Array(picture));
      if (!response.ok) throw await refusal("take", response);
      await response.body?.cancel();
    },
    async get(key) {
      const response = await request("GET", key);
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok || !response.body) throw await refusal("give", response);
      return { bytes: Number(response.headers.get("content-length")), stream: response.body };
    },
    async delete(key) {
      const response = await request("DELETE", key);
      if (!response.ok && response.status !== 404) throw await refusal("delete", response);
      await response.body?.cancel();
    },
  };
}

async function refusal(verb: string, response: Response): Promise<Error> {
  const reason = (await response.text()).slice(0, MAX_REASON);
  return new Error(
    `The picture store did not ${verb} a picture (${response.status}). Check the S3_… settings. It says: ${reason}`,
  );
}
