/* A round of the self-test: it asks, checks each answer when told to, and keeps the score. */

const list = document.getElementById("questions");
const result = document.getElementById("result");
const pristine = new Map([...list.children].map((form) => [form.dataset.item, form]));

/** All that changes, as plain data: ids of the round in their order; answers, and points earned for them, by id. */
const state = { round: [], answers: {}, earned: {} };

function start(ids) {
  Object.assign(state, { round: shuffled(ids), answers: {}, earned: {} });
  list.replaceChildren(...state.round.map(freshForm));
  showScore();
}

function freshForm(id, index) {
  const form = pristine.get(id).cloneNode(true);
  const place = { number: index + 1, count: state.round.length };
  form.querySelector(".place").textContent = fill(words.question_of, place);
  form.querySelector(".actions").hidden = false;
  form.querySelector(".solved").hidden = true;
  SHAPES[form.dataset.shape].shuffle(form, quiz.items[id]);
  return form;
}

function check(form) {
  const { item: id, shape } = form.dataset;
  if (isAnswered(id)) return;
  const answer = SHAPES[shape].read(form, quiz.items[id]);
  if (answer === null) {
    refuse(form, SHAPES[shape].notice ?? words.answer_first);
    return;
  }
  const verdict = record(id, answer);
  SHAPES[shape].show(form, quiz.items[id], verdict, answer);
  lock(form);
  reveal(form, verdict);
  showScore();
}

function isAnswered(id) {
  return Object.hasOwn(state.answers, id);
}

function record(id, answer) {
  const verdict = judge(quiz.items[id], answer, language);
  state.answers[id] = answer;
  state.earned[id] = verdict.earned;
  return verdict;
}

function refuse(form, notice) {
  form.querySelector(".notice").textContent = notice;
  form.querySelector(".ask input, .ask select").focus();
}

/** Answers stay readable and reachable, so controls are not disabled: they only do not change any more. */
function lock(form) {
  form.classList.add("checked");
  form.querySelector(".actions").hidden = true;
  for (const control of form.querySelectorAll(".ask input, .ask textarea")) {
    control.readOnly = true;
    if (control.matches("[type=radio], [type=checkbox]")) control.setAttribute("aria-disabled", "true");
  }
}

function reveal(form, verdict) {
  const line = form.querySelector(".verdict");
  form.querySelector(".solved").hidden = false;
  form.querySelector(".solved").open = true;
  form.querySelector(".onward").hidden = false;
  line.hidden = false;
  showVerdict(form, verdict);
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "nearest" });
}

function showVerdict(form, verdict) {
  const { item: id, shape } = form.dataset;
  const grade = shape === "essay" ? words.your_answer : `${SIGNS[verdict.grade]} ${GRADES[verdict.grade]}`;
  form.dataset.grade = shape === "essay" ? "open" : verdict.grade;
  form.querySelector(".verdict .grade").textContent = grade;
  form.querySelector(".verdict .score").textContent = score(state.earned[id], quiz.items[id].points);
}

function showScore() {
  const answered = Object.keys(state.answers);
  const complete = answered.length === state.round.length;
  const progress = fill(words.answered_of, { number: answered.length, count: state.round.length });
  const possible = sum(answered.map((id) => quiz.items[id].points));
  const points = answered.length ? score(sum(Object.values(state.earned)), possible) : "";
  for (const node of document.querySelectorAll("#status .answered, #result .answered")) node.textContent = progress;
  for (const node of document.querySelectorAll("#status .score, #result .score")) node.textContent = points;
  const bar = document.querySelector("#status progress");
  Object.assign(bar, { max: state.round.length, value: answered.length });
  for (const next of list.querySelectorAll(".next")) next.textContent = complete ? words.result : words.next_question;
  result.classList.toggle("complete", complete);
  result.querySelector(".flawless").hidden = !complete || missed().length > 0;
  document.getElementById("again-missed").hidden = missed().length === 0;
}

function missed() {
  return Object.keys(state.answers).filter((id) => state.earned[id] < quiz.items[id].points - 1e-9);
}

function score(points, total) {
  return fill(total === 1 ? words.score_of_one : words.score_of, { points: amount(points), total: amount(total) });
}

/** Points with two decimals at most. */
function amount(points) {
  return String(Math.round(points * 100) / 100);
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function goTo(section) {
  section.scrollIntoView({ block: "start" });
  section.querySelector("h2").focus({ preventScroll: true });
}

/** The first question after this one that has no answer yet, else the first of all; where none is left, the result. */
function nextAfter(form) {
  const forms = [...list.children];
  const later = forms.slice(forms.indexOf(form) + 1);
  return [...later, ...forms].find((other) => !isAnswered(other.dataset.item)) ?? result;
}

/** The neighbour moves, not the step: so the button that was pressed keeps the focus. */
function move(button) {
  const step = button.closest("[data-step]");
  const neighbour = button.dataset.move === "up" ? step.previousElementSibling : step.nextElementSibling;
  if (!neighbour) return;
  if (button.dataset.move === "up") step.after(neighbour);
  else step.before(neighbour);
  markEnds(step.parentElement);
  const place = [...step.parentElement.children].indexOf(step) + 1;
  document.getElementById("announce").textContent = `${place}. ${step.querySelector(".step").textContent}`;
}

list.addEventListener("submit", (event) => {
  event.preventDefault();
  check(event.target);
});

list.addEventListener("input", (event) => {
  const form = event.target.form;
  form.querySelector(".notice").textContent = "";
  if (!event.target.closest(".rubric")) return;
  const answer = { ...state.answers[form.dataset.item], ticked: ticks(form) };
  showVerdict(form, record(form.dataset.item, answer));
  showScore();
});

list.addEventListener("click", (event) => {
  const form = event.target.closest("form");
  if (event.target.closest(".checked .ask input[aria-disabled]")) event.preventDefault();
  const button = event.target.closest("[data-move]");
  if (button) move(button);
  if (event.target.matches(".next")) goTo(nextAfter(form));
});

/** Enter in a blank goes on to one that is still empty, and checks only when all are filled. */
list.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches(".blank input")) return;
  const empty = [...event.target.form.querySelectorAll(".blank input")].find((input) => !input.value.trim());
  if (!empty || empty === event.target) return;
  event.preventDefault();
  empty.focus();
});

for (const [id, ids] of [["again", () => pristine.keys()], ["again-missed", missed]]) {
  document.getElementById(id).addEventListener("click", () => {
    start([...ids()]);
    goTo(list.firstElementChild);
  });
}

document.getElementById("status").hidden = false;
result.hidden = false;
start([...pristine.keys()]);
