/* The result: points by kind and difficulty, what was missed, and the passages to read again; to copy, print or save. */

function showResult() {
  const result = byId("result");
  const lost = isMarked(state) ? missed(state, items) : [];
  one(result, ".tables").replaceChildren(...["kind", "difficulty"].map(table));
  one(result, ".missed").hidden = !lost.length;
  one(result, ".missed ol").replaceChildren(...lost.map(lostItem));
  const again = new Set(all(result, ".missed a").map(({ hash }) => hash));
  for (const passage of byId("passages").children) passage.classList.toggle("again", again.has(`#${passage.id}`));
  byId("passages").classList.toggle("again", lost.length > 0);
}

/** A row for each kind, or difficulty, of which something has been answered. */
function table(property) {
  const choice = one(byId("ways"), `[name=${property}]`);
  const node = make("table");
  node.append(make("caption", "", textOf(choice.labels[0].firstChild)));
  for (const option of choice.options) {
    const ids = state.round.filter((id) => items.get(id)[property] === option.value);
    const { earned, possible, answered } = tally(state, items, ids);
    const row = make("tr");
    row.append(make("th", "", textOf(option), { scope: "row" }), make("td", "", score(earned, possible)));
    if (answered && isMarked(state)) node.append(row);
  }
  return node;
}

function lostItem(id) {
  const form = pristine.get(id);
  const line = make("li", "", "", { value: state.round.indexOf(id) + 1 });
  const cited = one(form, ".cited")?.cloneNode(true) ?? "";
  line.append(make("a", "", stemOf(form), { href: `#item-${id}` }), cited);
  return line;
}

/** What a form asks, as text: a blank is three points, without its hint. */
function stemOf(form) {
  const stem = one(form, ".stem, .gapped").cloneNode(true);
  for (const blank of all(stem, ".blank")) blank.replaceWith("…");
  return textOf(stem);
}

/** The result as plain text: what there is of it on the page, a line each. */
function report() {
  const lines = all(byId("result"), ".score, .answered, caption, tr, .missed:not([hidden]) :is(h3, li)");
  const title = `${textOf(one(document, "h1"))}, ${new Date().toLocaleDateString(language)}`;
  const again = all(byId("passages"), ".again > .reference").map((node) => node.firstChild.firstChild ?? node.firstChild);
  const words = (node) => [node.value && `${node.value}.`, ...[...node.childNodes].map(textOf)].filter(Boolean).join(" ");
  return [title, ...lines.map(words), ...again.map(textOf)].map((line) => line.replace(/\s+/g, " ").trim()).join("\n");
}

/** Some browsers let no page from a disk write to the clipboard: there the text stands selected, to be copied by hand. */
async function copyReport() {
  const place = byId("report");
  place.hidden = false;
  place.value = report();
  place.select();
  await navigator.clipboard?.writeText(place.value).then(() => put("announce", words.copied), () => {});
}

features.push(() => {
  listeners.push(showResult);
  onPress("copy", copyReport);
  onPress("save", () => download(`${quiz.id}.txt`, report()));
  onPress("print-result", () => onPaper("on-result", () => {}));
});
