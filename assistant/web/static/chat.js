// Makes Gradio's chat say to a screen reader what it shows, keeps it light, and follows the talk.
(() => {
  "use strict";
  const main = document.getElementById("main");
  const names = main.dataset;
  // The pages are light; Gradio would follow the system into the dark.
  // Removing a class that is not there still counts as a change, and would be observed for ever.
  const light = () => {
    if (document.body.classList.contains("dark")) document.body.classList.remove("dark");
  };
  new MutationObserver(light).observe(document.body, { attributeFilter: ["class"] });
  light();

  // Gradio reads the whole source of a message out as its label, in English.
  const LABELS = [
    ['#chat [role="log"]', names.log],
    ['#chat [data-testid="user"]', names.user],
    ['#chat [data-testid="bot"]', names.bot],
    ["#chat .message-buttons .icon-button:first-of-type", names.down],
    ["#chat .message-buttons .icon-button:last-of-type", names.up],
  ];
  let shown = 0;
  const tidy = () => {
    for (const [selector, label] of LABELS) {
      for (const node of document.querySelectorAll(selector)) {
        if (node.getAttribute("aria-label") !== label) node.setAttribute("aria-label", label);
        if (node.title && node.title !== label) node.title = label;
      }
    }
    // One main landmark is enough, and ours holds the heading.
    document.querySelector("gradio-app main")?.setAttribute("role", "presentation");
    // Our own pages open here: the conversation is still there on the way back.
    for (const link of document.querySelectorAll('#chat a[target][href^="/"]')) {
      link.removeAttribute("target");
    }
    const rows = document.querySelectorAll("#chat .message-row");
    if (rows.length > shown) {
      const asked = [...rows].filter((row) => row.classList.contains("user-row")).pop();
      (asked || rows[rows.length - 1]).scrollIntoView({ block: "start" });
    }
    shown = rows.length;
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; tidy(); });
  }).observe(main, { childList: true, subtree: true });
})();
