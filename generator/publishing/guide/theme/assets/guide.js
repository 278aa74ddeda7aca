// Light or dark, shared with the public pages; labels that act as buttons answer to the space bar; what scrolls takes focus.
(function () {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.getElementById("scheme");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    root.dataset.scheme = dark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch (_) { /* this page only */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;

  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("label[tabindex]")) return;
    event.preventDefault();
    event.target.click();
  });
  const regions = () => document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((each) => {
    if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
  });
  // Material puts a table into its region some time after this.
  new MutationObserver(regions).observe(document.querySelector("main"), { childList: true, subtree: true });
  regions();
  addEventListener("resize", regions);
})();
