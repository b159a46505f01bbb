/** Pages that are bad for the tab that shows them, by name: the script that each one runs. */
export const HOSTILE_TABS: Record<string, string> = {
  "endless-loop": "while (true);",
  "endless-promises": "const again = () => Promise.resolve().then(again); again();",
  "memory-hog": "const held = []; while (true) held.push(new Array(1e6).fill({}).map(() => ({})));",
  growing: "setInterval(() => { for (let i = 0; i < 20000; i++) document.body.append('more and more '); }, 1);",
  dialogs: "for (let i = 0; i < 200; i++) { alert(i); confirm(i); prompt(i); } setInterval(() => alert('again'), 1);",
  windows: "for (let i = 0; i < 30; i++) window.open('/hogs/good/1?' + i); setInterval(() => window.open('/hogs/good/2'), 5);",
  debugger: "debugger; setInterval(() => { debugger; }, 10);",
  reloads: "location.reload();",
  hops: "location.href = location.pathname + '?' + Math.random();",
  "crash-address": "location.href = 'chrome://crash';",
  "file-address": "location.href = 'file:///etc/passwd';",
  "no-root": "document.documentElement.remove();",
  "no-body": "document.body.remove();",
  "closes-itself": "window.close();",
  "leaves-late": "addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'Stay!'; });",
  download: "location.href = '/download';",
  "blob-downloads":
    "for (let i = 0; i < 20; i++) { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = i; a.click(); }",
  "service-worker": "navigator.serviceWorker?.register('/worker.js').catch(() => {});",
  "busy-workers": "for (let i = 0; i < 4; i++) new Worker(URL.createObjectURL(new Blob(['while (true);'])));",
  "waits-for-nobody": "const request = new XMLHttpRequest(); request.open('GET', '/silent', false); request.send();",
  "never-loaded": "fetch('/silent'); fetch('/slow-drip'); new EventSource('/slow-drip');",
  "downloads-all": "fetch('/endless').then((answer) => answer.arrayBuffer());",
  "asks-for-password":
    "fetch('/auth'); document.body.append(Object.assign(document.createElement('iframe'), { src: '/auth' }));",
  "history-flood": "setInterval(() => { for (let i = 0; i < 100; i++) history.pushState({}, '', '#' + i); }, 1);",
  prints: "print(); setInterval(() => print(), 10); document.documentElement.requestFullscreen?.().catch(() => {});",
  deep: "let at = document.body; for (let i = 0; i < 60000; i++) at = at.appendChild(document.createElement('div'));",
  throws: "throw new Error('A page of errors.'); ",
  "replaces-builtins":
    "Promise = null; Array.prototype.push = null; document.querySelectorAll = null; Object.prototype.then = () => {}; JSON.parse = null;",
};
