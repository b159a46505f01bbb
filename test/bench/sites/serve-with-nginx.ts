import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";

export type NginxServer = { url: string; close(): Promise<void> };

/** Serves a folder with nginx (one worker) on loopback, with ETag, Last-Modified and 304 as on most of the web. */
export async function serveWithNginx(folder: string): Promise<NginxServer> {
  const home = await mkdtemp(join(tmpdir(), "flawless-bench-nginx-"));
  await chmod(home, 0o755);
  const port = await findFreePort();
  const config = join(home, "nginx.conf");
  await writeFile(config, configuration({ home, port, folder }));
  const nginx = spawn("/usr/sbin/nginx", ["-p", home, "-c", config, "-e", join(home, "error.log")], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => nginx.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await waitFor("nginx", async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx ended at once: see ${join(home, "error.log")}`);
    return fetch(url).then(
      () => true,
      () => false,
    );
  });
  return {
    url,
    close: async () => {
      nginx.kill("SIGQUIT");
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

function configuration({ home, port, folder }: { home: string; port: number; folder: string }): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${home}/nginx.pid;
events { worker_connections 4096; }
http {
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; application/xml xml; text/plain txt; }
  access_log off;
  keepalive_requests 1000000;
  ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    index index.html;
  }
}
`;
}
