/* What is said of an answer: the verdict, which takes the focus, the key, why, and what it rests on. */

/** The key, with what of the answer is right, why, and what it rests on. */
function reveal(form) {
  const item = items.get(idOf(form));
  const key = one(form, ".key");
  const verdict = make("p", "verdict", "", { tabindex: -1 });
  verdict.append(make("span", "grade"), " ", make("span", "score"));
  key.firstElementChild.after(verdict);
  SHAPES[item.shape].show(form, item, state.answers[item.id]);
  showVerdict(form);
  showEvidence(form);
  if (MODES[state.mode].atOnce) {
    const onward = make("p", "onward");
    onward.append(make("button", "next primary", words.next_question, { type: "button" }));
    key.append(onward);
  }
  key.open = true;
}

function showVerdict(form) {
  const { shape, points, id } = items.get(idOf(form));
  const { grade, earned, near } = state.answers[id];
  const said = shape === "words" && near.length ? words.almost : GRADES[grade];
  form.dataset.grade = shape === "essay" ? "open" : grade;
  write(one(form, ".grade"), shape === "essay" ? words.model_answer : `${SIGNS[grade]} ${said}`);
  write(one(form, ".verdict .score"), score(earned, points));
}

/** To what is said of the answer: the focus goes there, and so a screen reader speaks it, once. */
function turnTo(form) {
  const verdict = one(form, ".verdict");
  verdict.focus({ preventScroll: true });
  verdict.scrollIntoView({ block: "nearest" });
}
