/* A worksheet to print. */

/** The questions as the page came with them, on paper: unanswered, with their keys where these are asked for. */
function printWorksheet(withKey) {
  const list = byId("questions");
  const kept = [...list.children];
  const sheets = [...pristine.values()].map((form) => form.cloneNode(true));
  for (const sheet of sheets) one(sheet, ".key").open = withKey;
  list.replaceChildren(...sheets);
  onPaper(withKey ? "with-key" : "without-key", () => list.replaceChildren(...kept));
}

/** Print the page in a dress of its own, and put it right again. */
function onPaper(dress, undo) {
  const { classList } = document.documentElement;
  classList.replace("scripted", dress);
  on(window, "afterprint", () => {
    undo();
    classList.replace(dress, "scripted");
  }, { once: true });
  print();
}

features.push(() => {
  onPress("print", () => printWorksheet(byId("with-key").checked));
});
