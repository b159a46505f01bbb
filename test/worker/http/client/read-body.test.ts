import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBody } from "#worker/http/client/read-body.ts";

const TEXT = `Flour, water and salt. ${"More of it. ".repeat(2_000)}End.`;
const GZIP = gzipSync(TEXT);
const JUNK = Buffer.from("\n<!-- cached -->");

/** Returns gzip with the optional parts of its header: an extra field, a name, a comment, and a check. */
function withLongHeader(): Buffer {
  const extra = Buffer.from([3, 0, 1, 2, 3]);
  const strings = Buffer.from("menu.html\0A comment\0");
  return Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0b11110, 0, 0, 0, 0, 0, 3]),
    extra,
    strings,
    Buffer.from([0, 0]),
    deflateRawSync(TEXT),
  ]);
}

const wrongChecksum = Buffer.from(GZIP);
wrongChecksum.writeUInt32LE(7, GZIP.length - 8);

/** Sends a body byte by byte at first, so that a header never arrives whole. */
function slowly(bytes: Buffer): Readable {
  const head = [...bytes.subarray(0, 40)].map((byte) => Buffer.from([byte]));
  return Readable.from([...head, bytes.subarray(40)]);
}

const read = async (encoding: string, bytes: Buffer) => {
  const { bytes: found, fault } = await readBody(slowly(bytes), encoding, 1_000_000);
  return fault ?? found.toString();
};

describe("readBody unpacks what Chromium unpacks", () => {
  it.each([
    ["gzip", GZIP],
    ["x-gzip", GZIP],
    ["gzip", withLongHeader()],
    ["gzip", GZIP.subarray(0, -8)],
    ["gzip", GZIP.subarray(0, -3)],
    ["gzip", Buffer.concat([GZIP, JUNK])],
    ["gzip", Buffer.concat([GZIP, Buffer.from([0x1f, 0x8b, 1, 2])])],
    ["gzip", Buffer.concat([GZIP, gzipSync("A second member")])],
    ["gzip", wrongChecksum],
    ["deflate", deflateSync(TEXT)],
    ["deflate", deflateSync(TEXT).subarray(0, -4)],
    ["deflate", Buffer.concat([deflateSync(TEXT), JUNK])],
    ["deflate", deflateRawSync(TEXT)],
    ["deflate", deflateRawSync(TEXT, { level: 0 })],
    ["Deflate", Buffer.concat([deflateRawSync(TEXT), JUNK])],
    ["br", Buffer.concat([brotliCompressSync(TEXT), JUNK])],
    ["zstd", zstdCompressSync(TEXT)],
    ["gzip, gzip", gzipSync(GZIP)],
    ["deflate, gzip", gzipSync(deflateRawSync(TEXT))],
    ["identity", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(TEXT)],
  ])("%s (%#)", async (encoding, bytes) => {
    expect(await read(encoding, bytes)).toBe(TEXT);
  });

  it("the beginning of what is cut off", async () => {
    const found = await read("gzip", gzipSync(TEXT, { level: 0 }).subarray(0, 5_000));
    expect(TEXT.startsWith(String(found)) && String(found).length > 3_000).toBe(true);
  });

  it("nothing of an empty body", async () => {
    expect(await read("gzip", Buffer.alloc(0))).toBe("");
  });

  it.each([
    ["gzip", Buffer.from(TEXT), "Z_DATA_ERROR"],
    ["gzip", Buffer.from([0x1f, 0x8b]), "Z_DATA_ERROR"],
    ["gzip", Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), Buffer.alloc(100_000, "x")]), "Z_DATA_ERROR"],
    ["deflate", Buffer.from(TEXT), "Z_DATA_ERROR"],
    ["deflate", GZIP, "Z_DATA_ERROR"],
    ["bzip2", Buffer.from(TEXT), "UNKNOWN_CONTENT_ENCODING"],
    ["gzip, gzip, gzip, gzip", GZIP, "UNKNOWN_CONTENT_ENCODING"],
  ])("and not %s that is none (%#)", async (encoding, bytes, code) => {
    expect(await read(encoding, bytes)).toMatchObject({ code });
  });

  it("and stops at the limit, also in a bomb", async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(5_000_000)));
    expect(await readBody(Readable.from([bomb]), "gzip, gzip", 1_000)).toMatchObject({ tooLarge: true, fault: null });
  });

  it("and says that the network failed, not the compression", async () => {
    const broken = Readable.from(
      (async function* () {
        yield GZIP.subarray(0, 30);
        throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
      })(),
    );
    expect((await readBody(broken, "gzip", 1_000_000)).fault).toMatchObject({ code: "ECONNRESET" });
  });
});
