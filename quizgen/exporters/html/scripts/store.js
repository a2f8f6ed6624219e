/* What a browser keeps, for the course: of each item the box that it is in. What is known of an item in a bank is known of
   it in a review. Local files share one store, so nothing but our own keys is touched. A value that cannot be ours is
   ignored. Where nothing can be kept the page says so, and works until it is closed. */

const VERSION = 1;
const SHELF = `quizgen:${quiz.course}`;

/** By the id of its item, a record: the `mark` of what was asked, its `box`, and the time `at` which it came into that. */
let records = readRecords(taken(SHELF));

/** Those that are told when another tab has changed something. */
const watchers = [];

function taken(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** What a newer page has kept is left to it. */
function keep(key, value) {
  try {
    if (taken(key)?.version > VERSION) throw key;
    localStorage.setItem(key, JSON.stringify({ version: VERSION, ...value }));
  } catch {
    byId("unkept").hidden = false;
  }
}

function readRecords(saved) {
  return only((saved?.version === VERSION && saved.items) || {}, ([, record]) => isRecord(record));
}

function isRecord(record) {
  return typeof record?.mark === "string" && Number.isInteger(record.box) && record.box in DAYS && Number.isFinite(record.at);
}

/** Another tab may have kept more in the meantime: changes go into what is there now. */
function remember(changes) {
  if (byId("unkept").hidden) records = readRecords(taken(SHELF));
  records = { ...records, ...changes };
  keep(SHELF, { items: records });
}

/** What is known of an item, unless it has changed since. */
function recordOf({ id, mark }) {
  return records[id]?.mark === mark ? records[id] : undefined;
}

on(window, "storage", () => {
  records = readRecords(taken(SHELF));
  for (const watcher of watchers) watcher();
});
