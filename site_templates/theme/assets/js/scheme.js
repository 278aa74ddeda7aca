// Before the first paint: the reader's own choice of light or dark, if one was made on this device.
(function () {
  document.documentElement.classList.add("js");
  try {
    var choice = localStorage.getItem("scheme");
    if (choice === "dark" || choice === "light") document.documentElement.dataset.scheme = choice;
  } catch (_) { /* storage refused: follow the system */ }
})();
