/* The score so far, the way from question to question, and what can be done at the end. */

function showScore() {
  const { earned, possible, answered, count } = tally(state, items);
  const complete = answered === count;
  const progress = fill(words.answered_of, { number: answered, count });
  const result = byId("result");
  for (const line of [byId("status"), result]) {
    write(one(line, ".answered"), progress);
    write(one(line, ".score"), answered && isMarked(state) ? score(earned, possible) : "");
  }
  Object.assign(one(document, "#status progress"), { max: count, value: answered });
  result.classList.toggle("complete", complete);
  const again = missed(state, items).length > 0;
  byId("finish").hidden = isMarked(state);
  result.hidden = !isMarked(state);
  one(result, ".flawless").hidden = !complete || again;
  byId("again-missed").hidden = !again;
}

function goTo(section) {
  const heading = one(section, "h2");
  heading.tabIndex = -1;
  section.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

/** The first question after this one that has no answer yet, else the first of all; where none is left, the result, or
 *  in a test, whose answers can still change, the first. */
function nextAfter(form) {
  const forms = [...byId("questions").children];
  const later = forms.slice(forms.indexOf(form) + 1);
  return [...later, ...forms].find((other) => !state.answers[idOf(other)]) ?? (isMarked(state) ? byId("result") : forms[0]);
}

features.push(() => {
  const list = byId("questions");
  listeners.push(showScore);
  on(list, "click", ({ target }) => {
    if (target.matches(".next")) goTo(nextAfter(target.form));
  });
  onPress("again", () => begin([...items.keys()], state.mode, state.minutes));
  onPress("again-missed", () => begin(missed(state, items)));
  onPress("finish", () => {
    finish();
    goTo(byId("result"));
  });
  byId("status").hidden = false;
});
