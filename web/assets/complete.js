// Offers words of the archive below the query box while one is typed there. The
// box becomes an ARIA combobox; without this script it is a plain field.
"use strict";

(() => {
  const box = document.getElementById("q");
  const list = document.getElementById("completions");
  if (!box || !list) return;

  const pause = 120; // milliseconds without a key before the server is asked
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let timer = 0;
  let request = null;
  let active = -1;

  box.type = "text"; // a search field can be no combobox
  box.enterKeyHint = "search";
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  const cancel = () => {
    clearTimeout(timer);
    if (request) request.abort();
    request = null;
  };

  const close = () => {
    cancel();
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const option = (suggestion, i) => {
    const item = document.createElement("li");
    item.id = "completion-" + i;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.query = suggestion.query;
    const text = document.createElement("span");
    text.lang = "de";
    text.textContent = suggestion.text;
    const count = document.createElement("span");
    count.className = "count";
    count.textContent = number.format(suggestion.documents);
    item.append(text, " ", count);
    return item;
  };

  const show = (suggestions) => {
    close();
    if (suggestions.length === 0 || document.activeElement !== box) return;
    list.replaceChildren(...suggestions.map(option));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
  };

  const activate = (i) => {
    const items = list.children;
    if (active >= 0) items[active].setAttribute("aria-selected", "false");
    active = i;
    if (active < 0) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", items[active].id);
  };

  const choose = (item) => {
    box.value = item.dataset.query;
    close();
    box.form.requestSubmit();
  };

  const ask = async () => {
    const typed = box.value;
    request = new AbortController();
    try {
      const answer = await fetch("/api/suggest?q=" + encodeURIComponent(typed), { signal: request.signal });
      if (answer.ok) show((await answer.json()).suggestions);
      else close();
    } catch (error) {
      // Aborted, or the server is away: nothing is offered.
    }
  };

  box.addEventListener("input", (event) => {
    cancel();
    if (event.isComposing) return;
    if (box.value.trim() === "" || box.selectionEnd !== box.value.length) {
      close();
      return;
    }
    timer = setTimeout(ask, pause);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const n = list.hidden ? 0 : list.children.length;
    switch (event.key) {
      case "ArrowDown":
        if (n === 0) return;
        activate(active === n - 1 ? -1 : active + 1);
        break;
      case "ArrowUp":
        if (n === 0) return;
        activate(active === -1 ? n - 1 : active - 1);
        break;
      case "Escape":
        if (n === 0) return;
        close();
        break;
      case "Enter":
        if (active < 0) {
          close();
          return;
        }
        choose(list.children[active]);
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  box.addEventListener("blur", close);
  window.addEventListener("pagehide", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(item);
  });
})();
