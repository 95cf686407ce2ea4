// The pages are light; Gradio would follow the system into the dark.
(() => {
  "use strict";
  const light = () => document.body.classList.remove("dark");
  new MutationObserver(light).observe(document.body, { attributeFilter: ["class"] });
  light();
})();
