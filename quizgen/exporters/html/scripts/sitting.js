/* A sitting on the page: it asks, and has each answer judged when told to. All that it shows follows from the state. */

function start(ids, mode = "practise", minutes = 0, seed = String(Math.random())) {
  update(begun(ids, mode, seed, minutes));
  showRound();
}

/** The round as the state has it. The first forms come at once and the others when there is time: so the first of a
 *  thousand can be answered while the last are still to be shuffled. */
function showRound() {
  one(document, "main").classList.add("sitting");
  byId("questions").replaceChildren();
  append(state.round, 30);
}

/** When the browser has time, or soon where it has none. */
function whenIdle(work) {
  if (window.requestIdleCallback) requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work, 50);
}

function append(round, count) {
  if (round !== state.round) return;
  const list = byId("questions");
  const first = list.children.length;
  list.append(...round.slice(first, first + count).map((id, place) => freshForm(id, first + place)));
  if (first + count < round.length) whenIdle(() => append(round, 10));
}

/** A form as the state has it, and with its answer where it has one. */
function freshForm(id, index) {
  const form = prepared(id);
  const item = items.get(id);
  write(one(form, "h2"), fill(words.question_of, { number: index + 1, count: state.round.length }));
  if (MODES[state.mode].atOnce) one(form, "fieldset").append(actions(item));
  if (state.answers[id]) {
    SHAPES[item.shape].write(form, state.answers[id].given);
    if (isMarked(state)) conclude(form);
  }
  return form;
}

/** A form shuffled by the seed of the sitting, and not yet answered. */
function prepared(id) {
  const form = pristine.get(id).cloneNode(true);
  const item = items.get(id);
  SHAPES[item.shape].prepare(form, item, chance(`${state.seed} ${id}`));
  return form;
}

function actions(item) {
  const row = make("p", "actions");
  const word = item.shape === "essay" ? words.show_model_answer : words.check;
  row.append(make("button", "primary", word), make("span", "notice", "", { role: "alert" }));
  return row;
}

function check(form) {
  const item = items.get(idOf(form));
  if (state.answers[item.id] || !isMarked(state)) return;
  const given = SHAPES[item.shape].read(form);
  if (!isAnswer(item, given)) {
    say(form, SHAPES[item.shape].notice ?? words.answer_first);
    return;
  }
  const verdict = judge(item, given, language);
  if (mayTryAgain(item, verdict)) {
    update({ tries: { ...state.tries, [item.id]: 1 } });
    say(form, `${namesOf(form, verdict.near)}${words.almost}. ${words.one_more_try}`);
    return;
  }
  update(withAnswer(state, item.id, verdict));
  conclude(form);
  turnTo(form);
}

/** In a test an answer is taken as it is given, and can change until all are handed in. */
function take(form) {
  const item = items.get(idOf(form));
  const given = SHAPES[item.shape].read(form);
  update(isAnswer(item, given) ? withAnswer(state, item.id, judge(item, given, language)) : withoutAnswer(state, item.id));
}

/** Hand the test in: what was left open counts as missed. */
function finish() {
  const open = state.round.filter((id) => !state.answers[id]);
  const left = open.map((id) => [id, judge(items.get(id), SHAPES[items.get(id).shape].read(prepared(id)), language)]);
  update({ answers: { ...state.answers, ...Object.fromEntries(left) }, finished: true });
  showRound();
}

/** What is right but for its spelling has a second try, and no third. */
function mayTryAgain({ id }, { near }) {
  return near.length > 0 && !state.tries[id];
}

function namesOf(form, places) {
  const blanks = fields(form);
  return blanks.length > 1 ? `${places.map((place) => blanks[place].ariaLabel).join(", ")}: ` : "";
}

/** A word beside the button, which screen readers speak; the focus stays, or it would be spoken twice. */
function say(form, notice) {
  const place = one(form, ".notice");
  if (place) write(place, notice);
}

/** What follows an answer that may be known: it is marked, and can no longer change. */
function conclude(form) {
  lock(form);
  reveal(form);
}

/** Answers stay readable and reachable, so controls are not disabled: they only do not change any more. */
function lock(form) {
  form.classList.add("checked");
  const row = one(form, ".actions");
  if (row) row.hidden = true;
  for (const control of fields(form)) {
    control.readOnly = true;
    if (control.matches("[type=radio], [type=checkbox]")) control.ariaDisabled = true;
  }
}

/** A word about an answer goes when that changes; and an essay is marked by its writer, tick by tick. */
function onInput({ target }) {
  const form = target.closest("form");
  if (!isMarked(state)) {
    take(form);
    return;
  }
  say(form, "");
  if (!target.closest(".rubric")) return;
  const item = items.get(idOf(form));
  const given = { ...state.answers[item.id].given, ticked: ticks(form) };
  update(withAnswer(state, item.id, judge(item, given, language)));
  showVerdict(form);
}

/** Enter in a blank goes on to one that is still empty, and checks only when all are filled. */
function onKey(event) {
  if (event.key !== "Enter" || !event.target.matches(".blank input")) return;
  const empty = fields(event.target.form).find((input) => !input.value.trim());
  if (!empty || empty === event.target) return;
  event.preventDefault();
  empty.focus();
}

features.push(() => {
  const list = byId("questions");
  on(list, "submit", (event) => {
    event.preventDefault();
    check(event.target);
  });
  on(list, "input", onInput);
  on(list, "keydown", onKey);
  on(list, "click", (event) => {
    if (event.target.matches("[aria-disabled=true]")) event.preventDefault();
  });
});
