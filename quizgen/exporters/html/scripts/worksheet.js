/* A worksheet to print. */

/** The questions as the page came with them, on paper: unanswered, with their keys where these are asked for. */
function printWorksheet(withKey) {
  const list = byId("questions");
  const kept = [...list.children];
  const { classList } = document.documentElement;
  const sheets = [...pristine.values()].map((form) => form.cloneNode(true));
  for (const sheet of sheets) one(sheet, ".key").open = withKey;
  list.replaceChildren(...sheets);
  classList.replace("scripted", withKey ? "with-key" : "without-key");
  on(window, "afterprint", () => {
    list.replaceChildren(...kept);
    classList.replace(withKey ? "with-key" : "without-key", "scripted");
  }, { once: true });
  print();
}

features.push(() => {
  on(byId("print"), "click", () => printWorksheet(byId("with-key").checked));
});
