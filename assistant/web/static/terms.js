// A tap on an official word shows its sentence where it stands; without this it is a plain link.
(() => {
  "use strict";
  let open = null;
  const close = (back) => {
    if (!open) return;
    open.pop.remove();
    open.word.removeAttribute("aria-describedby");
    if (back) open.word.focus();
    open = null;
  };
  const show = (word) => {
    const pop = document.createElement("div");
    pop.className = "term-pop";
    pop.id = "term-pop";
    pop.setAttribute("role", "status");
    const says = document.createElement("span");
    says.textContent = word.title || word.dataset.says;
    const more = document.createElement("a");
    more.href = word.getAttribute("href");
    more.textContent = document.querySelector('.places a[href="/glossary"]')?.textContent || "→";
    pop.append(says, " ", more);
    document.body.append(pop);
    const box = word.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - pop.offsetWidth - 8);
    pop.style.left = `${Math.max(8, left) + window.scrollX}px`;
    pop.style.top = `${box.bottom + 6 + window.scrollY}px`;
    word.setAttribute("aria-describedby", pop.id);
    open = { word, pop };
  };
  document.addEventListener("click", (event) => {
    const word = event.target.closest?.("a.term");
    if (event.target.closest?.(".term-pop")) return;
    const same = open?.word === word;
    close(false);
    if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!same) show(word);
  }, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });
})();
