"use strict";
// Filters and sorts what already stands on the page; without it everything is there to be read.
const form = document.getElementById("filters"), list = document.getElementById("list");
const shown = document.getElementById("shown"), replies = [...list.children];
const texts = new Map();

function words(reply) {
  if (!texts.has(reply)) texts.set(reply, reply.textContent.toLowerCase());
  return texts.get(reply);
}

function fits(reply, wanted) {
  const data = reply.dataset;
  return (!wanted.lang || data.lang === wanted.lang)
    && (!wanted.set || data.set === wanted.set)
    && (!wanted.wrong || data.wrong.split(" ").includes(wanted.wrong))
    && (!wanted.procedure || data.procedure.split(" ").includes(wanted.procedure))
    && wanted.words.toLowerCase().split(/\s+/).every((word) => words(reply).includes(word));
}

function order(by) {
  const [key, sign] = { unsure: ["confidence", 1] }[by] ?? [by, -1];
  const sorted = [...replies];
  if (by !== "worst") sorted.sort((a, b) => sign * (a.dataset[key] - b.dataset[key]));
  list.append(...sorted);
}

function all() {
  order("worst");
  filter();
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  let count = 0;
  for (const reply of replies) {
    reply.hidden = !fits(reply, wanted);
    count += !reply.hidden;
  }
  shown.textContent = `${count} of ${replies.length}`;
}

// Opens the reply that the address names, also where a filter hides it.
function reveal() {
  const inside = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const reply = inside?.closest(".reply");
  if (!reply) return;
  if (reply.hidden) {
    form.reset();
    all();
  }
  reply.open = true;
  reply.scrollIntoView();
}

function sortable(table) {
  const body = table.tBodies[0];
  const value = (row, n) => row.cells[n].dataset.value ?? row.cells[n].textContent;
  [...table.tHead.rows[0].cells].forEach((head, n) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const compare = (a, b) => value(a, n).localeCompare(value(b, n), "en");
      const count = (a, b) => value(a, n) - value(b, n);
      const by = head.classList.contains("number") ? count : compare;
      body.append(...[...body.rows].sort((a, b) => (down ? by(b, a) : by(a, b))));
    });
  });
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (event.target.name === "order") order(event.target.value);
  filter();
});
form.addEventListener("reset", () => setTimeout(all));
for (const link of document.querySelectorAll("a[data-procedure]")) {
  link.addEventListener("click", () => {
    form.elements.procedure.value = link.dataset.procedure;
    filter();
  });
}
document.querySelectorAll("table.sortable").forEach(sortable);
addEventListener("hashchange", reveal);
reveal();
