/* A sitting on the page: it asks, has each answer judged when told to, and shows what the state says. */

function start(ids, mode = "practise", seed = String(Math.random())) {
  update(begun(ids, mode, seed));
  showRound();
}

/** The round as the state has it. The first forms come at once and the others when there is time: so the first of a
 *  thousand can be answered while the last are still to be shuffled. */
function showRound() {
  byId("questions").replaceChildren();
  append(state.round, 30);
}

const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));

function append(round, count) {
  if (round !== state.round) return;
  const list = byId("questions");
  const first = list.children.length;
  list.append(...round.slice(first, first + count).map((id, place) => freshForm(id, first + place)));
  if (first + count < round.length) whenIdle(() => append(round, 10));
}

/** A form as the state has it: shuffled by its seed, and with its answer where it has one. */
function freshForm(id, index) {
  const form = pristine.get(id).cloneNode(true);
  const item = items.get(id);
  form.querySelector("h2").textContent = fill(words.question_of, { number: index + 1, count: state.round.length });
  SHAPES[item.shape].prepare(form, item, chance(`${state.seed} ${id}`));
  form.querySelector("fieldset").append(actions(item));
  if (state.answers[id]) {
    SHAPES[item.shape].write(form, state.answers[id].given);
    conclude(form);
  }
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
  if (state.answers[item.id]) return;
  const given = SHAPES[item.shape].read(form, item);
  if (given === null) {
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
  if (MODES[state.mode].atOnce) turnTo(form);
}

/** What is right but for its spelling has a second try, and no third. */
function mayTryAgain({ id }, { near }) {
  return near.length > 0 && MODES[state.mode].atOnce && !state.tries[id];
}

function namesOf(form, places) {
  const blanks = fields(form);
  return blanks.length > 1 ? `${places.map((place) => blanks[place].ariaLabel).join(", ")}: ` : "";
}

/** A word beside the button, which screen readers speak; the focus stays, or it would be spoken twice. */
function say(form, notice) {
  form.querySelector(".notice").textContent = notice;
}

/** What follows an answer: it can no longer change, and where the mode has it so, it is marked. */
function conclude(form) {
  lock(form);
  if (MODES[state.mode].atOnce) reveal(form);
}

/** Answers stay readable and reachable, so controls are not disabled: they only do not change any more. */
function lock(form) {
  form.classList.add("checked");
  form.querySelector(".actions").hidden = true;
  for (const control of fields(form)) {
    control.readOnly = true;
    if (control.matches("[type=radio], [type=checkbox]")) control.ariaDisabled = true;
  }
}

/** The key, with what of the answer is right, why, and what it rests on. */
function reveal(form) {
  const item = items.get(idOf(form));
  const key = form.querySelector(".key");
  const verdict = make("p", "verdict", "", { tabindex: -1 });
  verdict.append(make("span", "grade"), " ", make("span", "score"));
  key.firstElementChild.after(verdict);
  SHAPES[item.shape].show(form, item, state.answers[item.id]);
  showVerdict(form);
  showEvidence(form);
  const onward = make("p", "onward");
  onward.append(make("button", "next primary", words.next_question, { type: "button" }));
  key.append(onward);
  key.open = true;
}

function showVerdict(form) {
  const { shape, points, id } = items.get(idOf(form));
  const { grade, earned, near } = state.answers[id];
  const said = shape === "words" && near.length ? words.almost : GRADES[grade];
  form.dataset.grade = shape === "essay" ? "open" : grade;
  form.querySelector(".grade").textContent = shape === "essay" ? words.model_answer : `${SIGNS[grade]} ${said}`;
  form.querySelector(".verdict .score").textContent = score(earned, points);
}

/** To what is said of the answer: the focus goes there, and so a screen reader speaks it, once. */
function turnTo(form) {
  const verdict = form.querySelector(".verdict");
  verdict.focus({ preventScroll: true });
  verdict.scrollIntoView({ block: "nearest" });
}

function showScore() {
  const { earned, possible, answered, count } = tally(state, items);
  const complete = answered === count;
  const progress = fill(words.answered_of, { number: answered, count });
  const result = byId("result");
  for (const line of [byId("status"), result]) {
    line.querySelector(".answered").textContent = progress;
    line.querySelector(".score").textContent = answered ? score(earned, possible) : "";
  }
  Object.assign(document.querySelector("#status progress"), { max: count, value: answered });
  result.classList.toggle("complete", complete);
  const again = missed(state, items).length > 0;
  result.querySelector(".flawless").hidden = !complete || again;
  byId("again-missed").hidden = !again;
}

function goTo(section) {
  const heading = section.querySelector("h2");
  heading.tabIndex = -1;
  section.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

/** The questions as the page came with them, on paper: unanswered, with their keys where these are asked for. */
function printWorksheet(withKey) {
  const list = byId("questions");
  const kept = [...list.children];
  const { classList } = document.documentElement;
  const sheets = [...pristine.values()].map((form) => form.cloneNode(true));
  for (const sheet of sheets) sheet.querySelector(".key").open = withKey;
  list.replaceChildren(...sheets);
  classList.replace("scripted", withKey ? "with-key" : "without-key");
  addEventListener("afterprint", () => {
    list.replaceChildren(...kept);
    classList.replace(withKey ? "with-key" : "without-key", "scripted");
  }, { once: true });
  print();
}

/** The first question after this one that has no answer yet, else the first of all; where none is left, the result. */
function nextAfter(form) {
  const forms = [...byId("questions").children];
  const later = forms.slice(forms.indexOf(form) + 1);
  return [...later, ...forms].find((other) => !state.answers[idOf(other)]) ?? byId("result");
}

/** The neighbour moves, not the step: so the button that was pressed keeps the focus. */
function move(button) {
  const step = button.closest("li");
  const up = button.dataset.move === "up";
  const neighbour = up ? step.previousElementSibling : step.nextElementSibling;
  if (!neighbour) return;
  if (up) step.after(neighbour);
  else step.before(neighbour);
  moved(step);
}

function moved(step) {
  markEnds(step.parentElement);
  const place = [...step.parentElement.children].indexOf(step) + 1;
  byId("announce").textContent = `${place}. ${step.firstElementChild.textContent}`;
}

function onInput({ target }) {
  const form = target.form;
  const item = items.get(idOf(form));
  const { given } = state.answers[item.id] ?? {};
  say(form, "");
  if (given && target.closest(".rubric")) {
    update(withAnswer(state, item.id, judge(item, { ...given, ticked: ticks(form) }, language)));
    showVerdict(form);
  } else if (given) SHAPES[item.shape].write(form, given);
}

function onClick(event) {
  const { target } = event;
  if (target.matches("[aria-disabled=true]")) event.preventDefault();
  if (target.matches("[data-move]")) move(target);
  if (target.matches(".next")) goTo(nextAfter(target.form));
}

/** Enter in a blank goes on to one that is still empty, and checks only when all are filled. */
function onKey(event) {
  if (event.key !== "Enter" || !event.target.matches(".blank input")) return;
  const empty = fields(event.target.form).find((input) => !input.value.trim());
  if (!empty || empty === event.target) return;
  event.preventDefault();
  empty.focus();
}

function begin() {
  const list = byId("questions");
  readPage();
  listeners.push(showScore);
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    check(event.target);
  });
  list.addEventListener("input", onInput);
  list.addEventListener("click", onClick);
  list.addEventListener("keydown", onKey);
  letDrag(list);
  for (const [id, ids] of [["again", () => items.keys()], ["again-missed", () => missed(state, items)]]) {
    byId(id).addEventListener("click", () => {
      start([...ids()]);
      goTo(list.firstElementChild);
    });
  }
  byId("print").addEventListener("click", () => printWorksheet(byId("with-key").checked));
  byId("status").hidden = byId("result").hidden = false;
  start([...items.keys()]);
}

document.addEventListener("DOMContentLoaded", begin);
