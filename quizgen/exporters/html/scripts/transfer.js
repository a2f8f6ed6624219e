/* Progress as a file, for another browser or another day; and what is to be forgotten. */

function download(name, text) {
  make("a", "", "", { download: name, href: URL.createObjectURL(new Blob([text])) }).click();
}

/** Of what is here and what is in the file, the later counts, item by item. Null where it is no file of ours. */
function takeIn(text) {
  try {
    const saved = JSON.parse(text);
    const later = ([id, { at }]) => !(records[id]?.at >= at);
    return saved.course === quiz.course ? only(readRecords(saved), later) : null;
  } catch {
    return null;
  }
}

async function onFile({ target }) {
  const [file] = target.files;
  const found = file && takeIn(await file.text());
  target.value = "";
  if (found) remember(found);
  tell(found ? `${words.taken_in}: ${counted(Object.keys(found).length)}` : words.no_progress);
}

/** What is known of the items of this page, and its sitting. */
function forget() {
  remember({});
  records = only(records, ([id]) => !items.has(id));
  keep(SHELF, { items: records });
  update(begun([], "practise", ""));
  tell(words.forgotten);
}

function tell(text) {
  put("told", text);
  showWays();
}

features.push(() => {
  const saved = () => JSON.stringify({ course: quiz.course, version: VERSION, items: records });
  onPress("save-progress", () => download(`${quiz.course}-progress.json`, saved()));
  on(byId("load-progress"), "change", onFile);
  onPress("forget", forget);
});
