/** Words that must be marked, and words that visitors cannot see. */
export const SEEN_WORDS = [
  "recieve",
  "Recieve",
  "teh",
  "Teh",
  "spaces",
  "zerowidth",
  "לכולם",
  "بالعالم",
  "cafe\u0301",
  "Straße",
  "Morgan",
  "three",
];
export const HIDDEN_WORDS = ["occured", "adress", "wierd", "seperate", "untill", "goverment", "beleive", "definately"];

const FILLER = "<p>Ordinary words fill this line of the page.</p>".repeat(60);

/** Texts whose nodes differ from what is read of them, or whose words are hidden. All of them make up one page. */
const FRAGMENTS = [
  "<p>One <b>two <i>thr<u>ee</u></i></b>, <a href=#x>recie<wbr>ve</a> and more.</p>",
  "<p>  Many\n\n   spaces&nbsp;&nbsp;around\u00a0recieve\t  here </p><p style='white-space:pre'>kept   spaces   teh   end</p>",
  "<p>A long rec&shy;ie&shy;ve and zero\u200bwidth.</p>",
  "<p dir=rtl lang=he>שלום לכולם recieve עולם</p><p lang=ar dir=rtl>مرحبا بالعالم</p>",
  "<p>👩‍👩‍👧 before, cafe\u0301 after 🎉 recieve 👍🏽 naïve teh.</p>",
  "<p style='text-transform:uppercase'>Straße recieve ﬁne</p><p style='text-transform:capitalize'>teh end</p>",
  "<style>.a::first-letter{font-size:4em;float:left}.a::before{content:'Extra '}</style><p class=a>Recieve this.</p>",
  "<p style='width:90px;hyphens:auto'>We will supercalifragilistic recieve and teh<br>end</p>",
  `<div style="columns:3">${FILLER}<p>In a column recieve stays.</p></div>`,
  "<p>Run <code>npm recieve</code> to recieve <button>Save teh file</button> mail <img alt='A pohto' src=data:,> now.</p>",
  "<p>He said <span lang=de>Guten Morgan</span> and recieve.</p>",
  "<div>Teh first<p>Teh second</p>teh third</div>",
  "<ul><li>Recieve mail<li>Recieve mail</ul><p>Recieve mail today</p>",
  "<x-card><p slot=a>Slotted recieve</p></x-card><script>customElements.define('x-card',class extends HTMLElement{constructor(){super();this.attachShadow({mode:'closed'}).innerHTML='<section><p>Inner teh</p><slot name=a></slot></section>'}})</script>",
  `<iframe style="border:7px solid;padding:9px" srcdoc="<p>Framed recieve</p>"></iframe>`,
  "<p style='transform:scale(.8) translateX(40px)'>Moved recieve.</p><p style='zoom:1.5'>Zoomed teh.</p>",
  "<div style='position:relative;overflow:hidden;height:60px'><div style='overflow:hidden;height:0'><p style='position:absolute;top:5px'>Free of teh fold.</p></div></div>",
  "<p style='position:absolute;left:-9999px'>Off definately page.</p>",
  "<p style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'>For adress readers.</p>",
  "<p style='position:absolute;clip-path:inset(50%)'>Clipped wierd text.</p>",
  "<details><summary>More</summary><p>Closed seperate text.</p></details>",
  "<div style='height:0;overflow:hidden'><p>Folded occured text.</p></div>",
  "<p style='opacity:0'>Clear untill text.</p><p style='font-size:0'>Tiny goverment text.</p>",
  "<div style='overflow:hidden;width:200px;white-space:nowrap'><span style='margin-left:300px'>Beyond beleive text.</span></div>",
];

const page = (body: string) => `<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;

/** Pages with mistakes that are hard to find in them. */
export const TRICKY_PAGES: Record<string, string> = {
  fragments: page(FRAGMENTS.map((fragment) => `<section>${fragment}</section>`).join("\n")),
  "a scrolled area": page(`<div style="position:fixed;inset:0;overflow:auto">${FILLER}<p>In an app recieve.</p></div>`),
  "a cookie banner": page(
    `<p>Covered recieve.</p><p>Under teh menu.</p>${FILLER}<div style="position:fixed;inset:0;background:#000c"><p>We use cookies.</p></div><div style="position:fixed;top:0;left:0;right:0;height:100px;background:#fff">Menu</div>`,
  ),
  "window heights and lazy parts": page(
    `<style>.r{opacity:0;transform:translateY(80px);transition:all 2s}.r.on{opacity:1;transform:none}</style><div style='min-height:100vh'>Hero</div><p>Below the fold recieve.</p><div style='height:100vh'></div>${FILLER}<p class=r>Revealed teh.</p><script>new IntersectionObserver((e)=>e.forEach((x)=>x.isIntersecting&&x.target.classList.add('on'))).observe(document.querySelector('.r'))</script>`,
  ),
};
