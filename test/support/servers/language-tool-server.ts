import { createServer, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";

/** A received request: the fields of LanguageTool's form. */
export type Question = { text: string; language: string };
type Manner =
  | "well"
  | "slowly"
  | "with 500"
  | "with garbage"
  | "with other JSON"
  | "endlessly"
  | "with wild offsets"
  | "by hanging up";

export type LanguageToolServer = { url: string; questions: Question[]; answers(manner: Manner): void; close(): Promise<void> };

/**
 * Simulates LanguageTool's HTTP API, version 2, on loopback, and misbehaves on request. Its only rules: "Auto größer wie" is wrong
 * grammar, "Fehller" is misspelt, and "gut" is dull style.
 */
export async function startLanguageToolServer(): Promise<LanguageToolServer> {
  const questions: Question[] = [];
  let manner: Manner = "well";
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await readText(request));
    const text = form.get("text") ?? "";
    questions.push({ text, language: form.get("language") ?? "" });
    if (request.method !== "POST" || request.url !== "/v2/check") response.writeHead(404).end();
    else MANNERS[manner](response, text);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    questions,
    answers: (how) => {
      manner = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = (response: ServerResponse, text: string) => void;

const send = (response: ServerResponse, status: number, body: string) =>
  response.writeHead(status, { "content-type": "application/json" }).end(body);

const MANNERS: Record<Manner, Answer> = {
  well: (response, text) =>
    send(response, 200, JSON.stringify({ software: { name: "LanguageTool", apiVersion: 1 }, matches: matchesIn(text) })),
  "with wild offsets": (response) =>
    send(response, 200, JSON.stringify({ matches: [matchAt("GRAMMAR", "grammar", 1_000_000, 4, "Auto")] })),
  slowly: () => undefined,
  "with 500": (response) => send(response, 500, "Error: Internal Error: java.lang.OutOfMemoryError"),
  "with garbage": (response) => send(response, 200, "<html>It works!</html>"),
  "with other JSON": (response) => send(response, 200, '{"matches":[{"offset":-1}]}'),
  "by hanging up": (response) => response.destroy(),
  endlessly: (response) => pour(response.writeHead(200, { "content-type": "application/json" })),
};

/** Writes until the other side disconnects. */
function pour(response: ServerResponse): void {
  const chunk = " ".repeat(65_536);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}

function matchesIn(text: string) {
  const known = [
    ["Auto größer wie", "GRAMMAR", "grammar", "Auto größer als"],
    ["Fehller", "TYPOS", "misspelling", "Fehler"],
    ["gut", "STYLE", "style", "ausgezeichnet"],
  ] as const;
  return known.flatMap(([wrong, category, issueType, right]) =>
    [...text.matchAll(new RegExp(wrong, "gu"))].map(({ index }) => matchAt(category, issueType, index, wrong.length, right)),
  );
}

function matchAt(category: string, issueType: string, offset: number, length: number, right: string) {
  return {
    message: "Möglicherweise fehlende grammatische Übereinstimmung.",
    shortMessage: "Grammatik",
    offset,
    length,
    replacements: [{ value: right }],
    rule: { id: `DE_${category}`, description: "…", issueType, category: { id: category, name: category } },
  };
}
