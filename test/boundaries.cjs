/** Packages that core may use: they compute, and reach neither disk nor network nor clock. */
const PURE_PACKAGES = [
  "@noble/hashes",
  "diff",
  "domhandler",
  "iconv-lite",
  "ipaddr\\.js",
  "lru-cache",
  "parse5",
  "parse5-htmlparser2-tree-adapter",
  "retext",
  "retext-[a-z-]+",
  "zod",
];

const PRODUCT = "^(app|worker|prisma|emails)/|^proxy\\.ts$";
/** The web app. proxy.ts stands where Next looks for it. */
const APP = "^(app/|proxy\\.ts$)";
/** Everything of the worker that is not core: what touches the world. Log and telemetry are everybody's but core's. */
const RIM = "^worker/(?!core/|log\\.ts$|telemetry/)";

/** Names of queries that only read. An attempt is counted by writing it down. */
const READS = "/(find|is|count(?!-attempt))-[^/]+$|-(view|filter)\\.ts$";

/** The only packages and folders that may import a package, and where a caller should turn instead. */
const keepTo = (name, packages, allowed, advice) => ({
  name,
  comment: advice,
  severity: "error",
  from: { path: PRODUCT, pathNot: allowed },
  to: { path: `(^|/)node_modules/(${packages})/` },
});

/** Rooms of one folder, the lowest first: a room imports from those before it only. Rooms written together ("a|b") do not import each other. */
const floors = (folder, rooms) =>
  rooms.map((room, floor) => ({
    name: `${folder.replaceAll("/", "-")}-floors`,
    comment: `In ${folder}, each room imports from the rooms below it only: ${rooms.join(" < ")}. Move what both need to the lower one.`,
    severity: "error",
    from: { path: `^${folder}/(${room})/` },
    to: {
      path: `^${folder}/(${rooms.slice(floor).join("|")})/`,
      pathNot: `^${folder}/$1/`,
    },
  }));

/** Who may import whom. `npm test` prints a rule's comment where it is broken. */
module.exports = {
  forbidden: [
    {
      name: "core-is-pure",
      comment:
        "worker/core computes only. Take what you need as an argument, and do the reading and writing in worker/jobs or prisma.",
      severity: "error",
      from: { path: "^worker/core/" },
      to: { path: "^(app|prisma|emails|test)/|^worker/(?!core/)" },
    },
    {
      name: "core-without-node",
      comment: "worker/core runs without Node's modules: take bytes, times and random values as arguments.",
      severity: "error",
      from: { path: "^worker/core/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-packages-are-pure",
      comment: "worker/core uses packages that compute only. If this one does, add it to PURE_PACKAGES in test/boundaries.cjs.",
      severity: "error",
      from: { path: "^worker/core/" },
      to: { path: "(^|/)node_modules/", pathNot: `(^|/)node_modules/(${PURE_PACKAGES.join("|")})/` },
    },
    {
      name: "app-not-worker-rim",
      comment: "The web app and the worker meet in the database and the queue only. Move what is pure to worker/core.",
      severity: "error",
      from: { path: APP },
      to: { path: RIM },
    },
    {
      name: "app-not-heavy-checks",
      comment: "worker/core/checks loads dictionaries of megabytes. Read the recorded Findings from the database instead.",
      severity: "error",
      from: { path: APP },
      to: { path: "^worker/core/checks/(?!check\\.ts|check-kinds\\.ts|finding\\.ts|link-verdict\\.ts)" },
    },
    {
      name: "nobody-imports-app",
      comment:
        "app/ is the top. Move what others need to worker/core, prisma/queries or emails. Only the command that closes the service uses its payments.",
      severity: "error",
      from: { path: "^(worker|prisma|emails)/", pathNot: "^worker/launch/(winding-down/|wind-down\\.ts$)" },
      to: { path: "^app/" },
    },
    {
      name: "emails-not-outside",
      comment: "Mails show what they are given. Load it in the caller and pass it in the payload.",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: `^prisma/|${RIM}` },
    },
    {
      name: "prisma-not-outside",
      comment: "prisma/ reads and writes rows. What needs mail, a browser or a request belongs to worker/jobs or app/_verbs.",
      severity: "error",
      from: { path: "^prisma/" },
      to: { path: `^emails/|${RIM}` },
    },
    {
      name: "writes-only-in-verbs",
      comment:
        "Pages, components and routes read only. Put the change into a verb in app/_verbs; name a query that only reads find-…, count-…, is-…, …-view or …-filter.",
      severity: "error",
      from: { path: APP, pathNot: "^app/(_verbs|_lib)/" },
      to: { path: "^prisma/queries/", pathNot: READS },
    },
    {
      name: "product-not-test",
      comment: "What the product needs does not live under test/.",
      severity: "error",
      from: { path: PRODUCT },
      to: { path: "^test/" },
    },
    {
      name: "launch-is-outermost",
      comment: "worker/launch sets the processes up; nothing in them may depend on how they were started.",
      severity: "error",
      from: { path: "^(app|prisma|emails)/|^worker/(?!launch/)" },
      to: { path: "^worker/launch/" },
    },
    ...floors("worker", ["core", "telemetry", "async", "threads", "http|browser", "crawl", "jobs", "cli"]),
    ...floors("worker/http", ["pace", "client", "read|links"]),
    ...floors("worker/crawl", ["memo", "frontier", "steps"]),
    ...floors("worker/core", ["text", "url", "language", "page", "checks", "issues|crawl", "view|digest", "report|channels"]),
    ...floors("worker/launch", ["report", "process", "prepare"]),
    keepTo("next-only-in-app", "next|server-only", APP, "Next belongs to app/."),
    keepTo(
      "react-dom-only-to-render",
      "react-dom",
      "^app/|^emails/render-mail\\.ts$",
      "Mails are rendered by emails/render-mail.ts, pages by Next.",
    ),
    keepTo("stripe-only-in-app", "stripe", APP, "Only app/_lib/stripe and app/_verbs talk to Stripe."),
    keepTo(
      "browser-only-in-worker",
      "playwright",
      "^worker/browser/",
      "Only worker/browser drives a browser: import from there.",
    ),
    keepTo(
      "mail-only-in-mailer",
      "nodemailer",
      "^emails/mailer\\.ts$",
      "Only emails/mailer.ts sends: write a Delivery instead.",
    ),
    keepTo(
      "telemetry-only-there",
      "prom-client|@sentry/core|@opentelemetry/[a-z-]+",
      "^worker/telemetry/",
      "Metrics and error reports are made in worker/telemetry: import from there.",
    ),
    {
      name: "imports-resolve",
      comment:
        "This import leads nowhere. Across folders write #worker/… #prisma/… #emails/… #app/… #test/… with the file's ending.",
      severity: "error",
      from: { path: "^(app|worker|prisma|emails|test)/" },
      to: { couldNotResolve: true },
    },
    {
      name: "packages-are-declared",
      comment: "A package that package.json does not name goes when another package drops it. Add it to the dependencies.",
      severity: "error",
      from: { path: PRODUCT },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "product-not-dev-packages",
      comment: "The product runs without the development packages. Move this one to the dependencies.",
      severity: "error",
      from: { path: PRODUCT },
      to: { dependencyTypes: ["npm-dev"], pathNot: "(^|/)node_modules/@types/" },
    },
    {
      name: "no-circular",
      comment: "These files import each other in a circle. Move what both need to a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nothing imports this file, and it imports nothing. Remove it.",
      severity: "error",
      from: {
        orphan: true,
        path: "^(app|worker|prisma|emails)/",
        pathNot: "\\.(css|json)$|^app/.*/?(page|layout|route|loading|error|not-found|robots|manifest)\\.tsx?$",
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: "^prisma/generated/|^test/fixtures/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
    },
  },
};
