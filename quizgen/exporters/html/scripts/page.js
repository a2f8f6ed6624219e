/* The page as data, and how things are put on it: texts by `textContent` alone, so that none can become markup. */

document.documentElement.classList.add("scripted");

const quiz = JSON.parse(textOf(byId("quiz")));
const { words, language } = quiz;

const SIGNS = { right: "✓", partly: "◐", wrong: "✗" };
const GRADES = { right: words.right, partly: words.partly_right, wrong: words.wrong };

/** What takes its place on the page once it has been read: functions, in the order of the files. */
const features = [];

/** The items by id, and each form as it came, to be copied when it is asked again. */
const items = new Map();
const pristine = new Map();

function readPage() {
  for (const form of byId("questions").children) {
    const item = itemOf(form);
    items.set(item.id, item);
    pristine.set(item.id, form);
  }
}

/** An item as its form tells it. Entries go by their places in that form, which no shuffling changes. */
function itemOf(form) {
  const { shape, mark, kind, difficulty, key = "", points = 1, each, pinned, headings } = form.dataset;
  const item = { id: idOf(form), shape, mark, kind, difficulty, points: Number(points), each: each === "" };
  Object.assign(item, { pinned: pinned === "", headings: headings === "", key: key.split(" ").map(Number) });
  item.accepted = all(form, "p.right, .right > li").map((node) => all(node, "b, i").map(textOf));
  item.rubric = all(form, ".rubric input").map((input) => Number(input.value));
  [item.unit = ""] = all(form, ".unit").map(textOf);
  if (shape === "number") item.text = item.accepted[0][0].slice(0, -item.unit.length || undefined).trim();
  return item;
}

function textOf(node) {
  return node.textContent;
}

function idOf(form) {
  return form.id.slice("item-".length);
}

function byId(id) {
  return document.getElementById(id);
}

function one(node, selector) {
  return node.querySelector(selector);
}

function all(node, selector) {
  return [...node.querySelectorAll(selector)];
}

function on(target, type, listener, options) {
  target.addEventListener(type, listener, options);
}

/** When the button of that id is pressed. */
function onPress(id, work) {
  on(byId(id), "click", work);
}

function write(node, text) {
  node.textContent = text;
}

/** Write in the place of that id. */
function put(id, text) {
  write(byId(id), text);
}

/** An object with those of its entries alone that pass. */
function only(object, passes) {
  return Object.fromEntries(Object.entries(object).filter(passes));
}

/** An object with its own entries alone: none that every object has of itself, since an item's id may be `constructor`. */
function bare(object) {
  return { __proto__: null, ...object };
}

function make(tag, className, text, attributes = {}) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) write(node, text);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Points with two decimals at most. */
function amount(points) {
  return String(Math.round(points * 100) / 100);
}

function score(points, total) {
  return fill(total === 1 ? words.score_of_one : words.score_of, { points: amount(points), total: amount(total) });
}

/** Right or wrong by sign and word; colour only repeats it. It stands before the reason why. */
function mark(entry, grade, text) {
  entry.insertBefore(make("span", `mark ${grade}`, `${SIGNS[grade]} ${text}`), one(entry, ":scope > p"));
}
