// Ticks that stay on this device, and the print button. Without it every page still reads.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // What is closed is not printed, and not found by its address.
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details.permit, details.trade, details.variant")) one.open = true;
  });
  const aim = () => {
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let holder = found?.closest("details");
    for (; holder; holder = holder.parentElement.closest("details")) holder.open = true;
    if (found?.closest("details")) found.scrollIntoView();
  };
  window.addEventListener("hashchange", aim);
  aim();
  const sheet = document.querySelector("[data-procedure]");
  const boxes = [...document.querySelectorAll(".checklist input")];
  if (!sheet || !boxes.length) return;
  const key = `suidao.ticks.${sheet.dataset.procedure}`;
  const hint = document.querySelector("[data-ticks]");
  const clear = document.querySelector("[data-clear]");
  const ready = document.querySelector("[data-ready]");
  const read = () => {
    try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; }
  };
  const show = () => {
    const common = boxes.filter((box) => !box.closest("details"));  // not those of one case
    hint.hidden = false;
    clear.hidden = !boxes.some((box) => box.checked);
    ready.textContent = ready.dataset.ready
      .replace("%n", common.filter((box) => box.checked).length).replace("%t", common.length);
  };
  const keep = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.name);
    try {
      if (ticked.length) localStorage.setItem(key, JSON.stringify(ticked));
      else localStorage.removeItem(key);
    } catch { /* a browser that keeps nothing: the ticks last as long as the page */ }
    show();
  };
  const kept = new Set(read());
  for (const box of boxes) {
    box.checked = kept.has(box.name);
    box.addEventListener("change", keep);
  }
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    keep();
  });
  show();
})();
