// On pages as `rencana serve` shows them: what is wrong with the plans, and a new page at the same place of reading
// when the site was built again. A file of its own, since the pages' content policy forbids scripts within them.
(() => {
  const KEPT = "rencana-tempat";
  let seen;

  const anchors = () => [...document.querySelectorAll("main [id]")].filter((each) => each.getClientRects().length);
  const keep = () => {
    const near = anchors().findLast((each) => each.getBoundingClientRect().top <= 120);
    const place = { page: location.pathname, id: near?.id, top: near?.getBoundingClientRect().top ?? -scrollY };
    sessionStorage.setItem(KEPT, JSON.stringify(place));
  };
  const takeUp = () => {
    const place = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    sessionStorage.removeItem(KEPT);
    if (place?.page !== location.pathname) return;
    history.scrollRestoration = "manual";
    const near = place.id && document.getElementById(place.id);
    scrollTo({ top: near ? scrollY + near.getBoundingClientRect().top - place.top : -place.top, behavior: "instant" });
  };

  const tell = (told) => {
    document.querySelector(".live")?.remove();
    if (!told) return;
    const panel = document.createElement("details");
    panel.className = "live";
    panel.open = sessionStorage.getItem("rencana-lipat") !== "ya";
    panel.addEventListener("toggle", () => sessionStorage.setItem("rencana-lipat", panel.open ? "tidak" : "ya"));
    const title = document.createElement("summary");
    title.textContent = "Yang perlu diperbaiki";
    const text = document.createElement("pre");
    text.tabIndex = 0;
    text.textContent = told;
    panel.append(title, text);
    document.body.append(panel);
  };

  const ask = async () => {
    try {
      const state = await (await fetch("/.keadaan")).json();
      if (seen && state.version !== seen.version) { keep(); location.reload(); return; }
      if (state.told !== seen?.told) tell(state.told);
      seen = state;
    } catch { /* the program has ended, or begins again */ }
  };
  addEventListener("load", takeUp);
  ask();
  setInterval(ask, 300);
})();
