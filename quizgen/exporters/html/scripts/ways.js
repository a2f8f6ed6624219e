/* Before a sitting: where the student stands, what is due, and the ways to study. One button does what is best now. */

const PICKS = {
  all: () => true,
  due: (record) => record && isDue(record, Date.now()),
  missed: (record) => record?.box === 0,
  unseen: (record) => !record,
};

/** The ids of the items that fit what is chosen, all that is not said being open. */
function picked({ pick, kind, difficulty }) {
  const fits = (item) => PICKS[pick](recordOf(item)) && item.kind.startsWith(kind) && item.difficulty.startsWith(difficulty);
  return [...items.values()].filter(fits).map(({ id }) => id);
}

function chosen() {
  return Object.fromEntries(new FormData(byId("ways")));
}

function due() {
  return picked({ pick: "due", kind: "", difficulty: "" });
}

function counted(count) {
  return fill(count === 1 ? words.question_one : words.questions, { count });
}

function showWays() {
  const seen = [...items.values()].map(recordOf).filter(Boolean);
  const { answered, count } = tally(state, items);
  const open = answered < count || !isMarked(state);
  const line = [said(seen, items.size) || counted(items.size), seen.length && !due().length ? whatIsNext(seen) : ""];
  put("standing", line.filter(Boolean).join(" "));
  put("begin", due().length ? fill(words.review_due, { count: due().length }) : words.practice);
  byId("begin").classList.toggle("primary", !open);
  byId("go-on").hidden = !open;
  put("go-on", `${words.go_on}: ${fill(words.answered_of, { number: answered, count })}`);
  write(one(byId("ways"), "button"), `${words.start}: ${counted(picked(chosen()).length)}`);
}

/** When the next is due, said kindly. */
function whatIsNext(seen) {
  const date = new Date(Math.min(...seen.map(dueDay)) * 864e5);
  const form = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" };
  return fill(words.nothing_due, { date: date.toLocaleDateString(language, form) });
}

function leave() {
  one(document, "main").classList.remove("sitting");
  showWays();
  goTo(byId("start"));
}

function begin(ids, mode, minutes) {
  start(ids, mode, minutes);
  goTo(byId("questions").firstElementChild);
}

features.push(() => {
  const form = byId("ways");
  listeners.push(showWays);
  watchers.push(showWays);
  on(form, "input", showWays);
  on(form, "submit", (event) => {
    event.preventDefault();
    const ids = picked(chosen());
    write(one(form, ".notice"), ids.length ? "" : words.nothing_fits);
    if (ids.length) begin(ids, chosen().mode, parseInt(chosen().minutes) || 0);
  });
  onPress("begin", () => begin(due().length ? due() : [...items.keys()]));
  onPress("go-on", () => {
    showRound();
    goTo(nextAfter(byId("questions").lastElementChild));
  });
  onPress("leave", leave);
});
