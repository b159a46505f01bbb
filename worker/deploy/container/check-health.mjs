// Ends with 0 if the process in this container is ready. Plain JavaScript, because it runs every few seconds and should start at once.
const port = process.env.HEALTH_PORT || process.env.PORT || "3000";
const host = process.env.APP_URL ? new URL(process.env.APP_URL).host : "localhost";
// fetch lets no one set Host, and the web process answers for its own only.
const { get } = await import("node:http");
get({ host: "127.0.0.1", port, path: "/readyz", headers: { host }, timeout: 3_000 }, ({ statusCode }) => {
  process.exit(statusCode === 200 ? 0 : 1);
})
  .once("timeout", () => process.exit(1))
  .once("error", () => process.exit(1));
