import { createServer } from "node:http";
import type { AnswerOperations } from "./create-operations.ts";

/** Serves the operations of a process that has no other addresses. @throws if the port is taken */
export async function serveOperations(
  answer: AnswerOperations,
  { port, host }: { port: number; host: string },
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
