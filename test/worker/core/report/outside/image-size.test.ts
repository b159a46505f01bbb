import { describe, expect, it } from "vitest";
import { imageSize } from "#worker/core/report/outside/image-size.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const text = (words: string) => Buffer.from(words).toString("hex");

const PNG = bytes("89504e470d0a1a0a 0000000d 49484452 00000140 000000c8 0806000000");
const JPEG = bytes(
  `ffd8 ffe0 0010 ${text("JFIF\0")} 010100000100010000 ffdb 0004 0000 ffc0 0011 08 00c8 0140 03 01 22 00 02 11 01`,
);
const WEBP = {
  lossy: bytes(`${text("RIFF")} 00000000 ${text("WEBPVP8 ")} 00000000 000000 9d012a 4001 c800`),
  lossless: bytes(`${text("RIFF")} 00000000 ${text("WEBPVP8L")} 00000000 2f 3fc13100 0000000000`),
  extended: bytes(`${text("RIFF")} 00000000 ${text("WEBPVP8X")} 0a000000 00000000 3f0100 c70000`),
};

describe("imageSize", () => {
  it("reads the kind and size from the header", () => {
    const size = { width: 320, height: 200 };
    expect(imageSize(PNG)).toEqual({ type: "image/png", ...size });
    expect(imageSize(JPEG)).toEqual({ type: "image/jpeg", ...size });
    for (const webp of Object.values(WEBP)) expect(imageSize(webp)).toEqual({ type: "image/webp", ...size });
  });

  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["HTML", "<!doctype html><script>alert(1)</script>                        "],
    ["GIF", "GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00"],
    ["nothing", ""],
  ])("refuses %s", (_kind, content) => {
    expect(imageSize(new Uint8Array(Buffer.from(content, "latin1")))).toBeNull();
  });

  it("refuses each of them cut off, or without any pixels, and never reads past the end", () => {
    for (const whole of [PNG, JPEG, ...Object.values(WEBP)])
      for (let length = 0; length < whole.length; length += 1) {
        const size = imageSize(whole.slice(0, length));
        if (size) expect(size).toMatchObject({ width: 320, height: 200 });
      }
    expect(imageSize(bytes("89504e470d0a1a0a 0000000d 49484452 00000000 000000c8 0806000000"))).toBeNull();
    expect(imageSize(bytes(`ffd8 ${"ffe00000".repeat(50)}`))).toBeNull();
    expect(imageSize(bytes(`ffd8 ${"ff".repeat(200)}`))).toBeNull();
  });
});
