// What a reader chose stands in the address of the page, so that it can be shared, kept and gone back to.
// The only place that reads and writes it.

/** The values that the address has for a name, in order. */
export const asked = (name) => new URLSearchParams(location.search).getAll(name);

/** Puts lists of values by name in the address, beside what others keep there; with `step`, Back undoes it. */
export function keep(chosen, step = false) {
  const query = new URLSearchParams(location.search);
  for (const [name, values] of Object.entries(chosen)) {
    query.delete(name);
    for (const value of values) if (value) query.append(name, value);
  }
  const text = query.toString();
  const search = text ? `?${text}` : "";
  if (search !== location.search) history[step ? "pushState" : "replaceState"](null, "", (search || location.pathname) + location.hash);
}

/** Calls `read` when a reader went back or forward. */
export const onBack = (read) => addEventListener("popstate", read);
