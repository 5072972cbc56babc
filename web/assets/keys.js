// Keys for those who like them: "/" goes to the query box, "n" and "p" go to
// the next and previous hit of an article. Every page is whole without them.
"use strict";

(() => {
  const hits = document.querySelectorAll("mark[id^=hit-]");

  const current = () => {
    const m = location.hash.match(/^#hit-(\d+)$/);
    return m ? Number(m[1]) : 0;
  };

  const go = (step) => {
    if (hits.length === 0) return;
    const n = current();
    const first = step > 0 ? 1 : hits.length;
    const to = n === 0 ? first : ((n - 1 + step + hits.length) % hits.length) + 1;
    // Replacing keeps Back leading to the search, not through every hit.
    location.replace("#hit-" + to);
  };

  const bar = (selector, step) => {
    const link = document.querySelector(selector);
    if (!link) return;
    link.textContent = link.dataset.label;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(step);
    });
  };
  bar(".hop-first", -1);
  bar(".hop-last", 1);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.getElementById("q");
    switch (event.key) {
      case "/":
        if (!box) return;
        box.focus();
        box.select();
        break;
      case "n":
        go(1);
        break;
      case "p":
        go(-1);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
})();
