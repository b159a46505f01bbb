import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Answer for a name: 127.0.0.1, a refusal, or none at all. */
export type Answer = "address" | "refused" | "silence";

/** A name server at 127.0.0.53. Unknown names do not exist. */
export type NameServer = { set(name: string, answer: Answer): void; close(): void };

export const NAME_SERVER = "127.0.0.53";
const [NO_ERROR, NO_SUCH_NAME, REFUSED] = [0, 3, 5];
const [TYPE_A, HEADER_BYTES] = [1, 12];
/** One answer: the name of the question, A, IN, no time to live, 127.0.0.1. */
const LOOPBACK = Buffer.from([0xc0, HEADER_BYTES, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);

/** Starts the name server (RFC 1035, over UDP). */
export async function startNameServer(): Promise<NameServer> {
  const names = new Map<string, Answer>();
  const socket = createSocket("udp4");
  socket.on("message", (message, { address, port }) => {
    const { name, end } = readName(message);
    const answer = names.get(name);
    if (answer === "silence") return;
    const type = message.readUInt16BE(end);
    if (answer === undefined || answer === "refused")
      socket.send(reply(message, end + 4, { code: answer ? REFUSED : NO_SUCH_NAME, answers: [] }), port, address);
    else socket.send(reply(message, end + 4, { code: NO_ERROR, answers: type === TYPE_A ? [LOOPBACK] : [] }), port, address);
  });
  socket.bind(53, NAME_SERVER);
  await once(socket, "listening");
  return { set: (name, answer) => void names.set(name, answer), close: () => socket.close() };
}

/** Reads the name of the question, and says where it ends. */
function readName(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

function reply(message: Buffer, questionEnd: number, { code, answers }: { code: number; answers: Buffer[] }): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  message.copy(header, 0, 0, 2);
  // An answer, recursion was wanted and is available.
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  return Buffer.concat([header, message.subarray(HEADER_BYTES, questionEnd), ...answers]);
}
