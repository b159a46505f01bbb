import { chromium } from "playwright"; 
const { findBrowser } = await import("./worker/browser/find-browser.ts");
const path = await findBrowser({ configured: undefined });
const U = "http://localhost:3477";
const b = await chromium.launch({ executablePath: path, args:["--no-sandbox"] });
const c0 = await b.newContext(); const p0 = await c0.newPage();
p0.on("console", m => console.log("console:", m.text()));
await p0.goto(U); await p0.getByLabel("Address of your website").fill("10.0.0.1"); await p0.getByRole("button",{name:"Check my website"}).click();
await p0.waitForTimeout(150); await p0.screenshot({ path: "/tmp/shots-try/sending.png" });
await p0.getByText("private network").waitFor(); await p0.screenshot({ path: "/tmp/shots-try/refused.png" });
const t0 = Date.now();
await p0.getByLabel("Address of your website").fill("127.0.0.1:8977"); await p0.getByRole("button",{name:"Check my website"}).click();
await p0.waitForURL("**/try/*"); console.log("result page", Date.now()-t0); await p0.waitForTimeout(300); await p0.screenshot({ path: "/tmp/shots-try/running.png" });
await p0.getByText("recieve").first().waitFor(); console.log("first mistake", Date.now()-t0);
await p0.getByText(/^We found/).first().waitFor(); console.log("end", Date.now()-t0);
const result = p0.url();
for (const [w, scheme] of [[390,"light"],[390,"dark"],[1440,"light"],[1440,"dark"]]) {
  const c = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme }); const p = await c.newPage();
  p.on("console", m => console.log("console:", m.text()));
  for (const [name, at] of [["landing","/"],["pricing","/pricing"],["status","/status"],["imprint","/imprint"],["changelog","/changelog"],["try",result.replace(U,"")],["privacy","/privacy"],["signup","/sign-up?try="+result.split("/").pop()]]) {
    await p.goto(U+at); await p.screenshot({ path: `/tmp/shots-try/${name}-${w}-${scheme}.png`, fullPage: true });
  }
  await c.close();
}
console.log(result);
await b.close();
