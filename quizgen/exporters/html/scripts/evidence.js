/* What an item rests on, from the passages at the end of the page: the words that carry the answer, whose they are, and
   on demand the passage with those words marked. Only the briefs' own words stand in quotation marks. */

function showEvidence(form) {
  const cited = one(form, ".cited");
  if (!cited) return;
  cited.before(make("h3", "", words.evidence));
  for (const link of all(cited, "a")) cited.before(source(link));
  cited.remove();
}

function source(link) {
  const passage = byId(link.hash.slice(1));
  const [whole, reference] = passage.children;
  const text = textOf(whole);
  const spans = (link.dataset.at?.split(" ") ?? []).map((span) => span.split("-").map(Number));
  const said = spans.map(([start, end]) => text.slice(start, end)).join(" … ") || text;
  const node = make("div", "source");
  const quote = whole.cloneNode(false);
  quote.className = "quote";
  write(quote, passage.matches(".quoted") ? fill(words.quotation, { text: said }) : said);
  node.append(quote, reference.cloneNode(true));
  if (said !== text) node.append(passageOnDemand(whole, spans));
  return node;
}

/** The passage is put in when it is asked for. */
function passageOnDemand(whole, spans) {
  const fold = make("details", "passage");
  fold.append(make("summary", "", words.show_passage));
  on(fold, "toggle", () => fold.append(marked(whole, spans)), { once: true });
  return fold;
}

function marked(whole, spans) {
  const copy = whole.cloneNode(false);
  const text = textOf(whole);
  let last = 0;
  for (const [start, end] of spans) {
    copy.append(text.slice(last, start), make("mark", "", text.slice(start, end)));
    last = end;
  }
  copy.append(text.slice(last));
  return copy;
}
