/* The sitting under way is kept, to go on with after a reload or a restart; and each answer that has been marked goes into
   the boxes. */

const SEAT = `${SHELF}:${quiz.id}`;

/** What was known of an item before this sitting: an essay's mark may change until all is ticked. */
const origins = new Map();

function keepAnswers(now, before) {
  if (!isMarked(now)) return;
  const earlier = isMarked(before) ? before.answers : {};
  const fresh = Object.keys(now.answers).filter((id) => now.answers[id] !== earlier[id]);
  if (fresh.length) remember(Object.fromEntries(fresh.map((id) => [id, recorded(id, earlier[id])])));
}

function recorded(id, earlier) {
  const item = items.get(id);
  if (!earlier || !origins.has(id)) origins.set(id, recordOf(item));
  return boxed(origins.get(id), item.mark, !isMissed(state.answers[id], item), Date.now());
}

function keepSitting({ answers, ...sitting }) {
  const given = Object.keys(answers).map((id) => [id, items.get(id).mark, answers[id].given]);
  keep(SEAT, { ...sitting, given });
}

/** Bring back the sitting that was kept. All of it may be amiss: then there is none. */
function bringBack() {
  const saved = taken(SEAT);
  try {
    const { mode, seed, round, tries, at, minutes } = saved.version === VERSION && MODES[saved.mode] ? saved : null;
    const known = [...new Set(round)].filter((id) => items.has(id));
    state = { ...begun([], mode, `${seed}`, Number(minutes)), round: known, tries: bare(tries), at: Number(at) };
    const answers = bare(Object.fromEntries(saved.given.flatMap(answerOf)));
    state = { ...state, answers, finished: !!saved.finished && known.every((id) => answers[id]) };
  } catch {
    state = begun([], "practise", "");
  }
}

/** An answer that was kept, judged anew: none where it is to another question than is asked now, or no answer to it. */
function answerOf([id, mark, given]) {
  const item = items.get(id);
  if (item?.mark !== mark || !state.round.includes(id)) return [];
  const form = prepared(id);
  SHAPES[item.shape].write(form, given);
  const same = JSON.stringify(SHAPES[item.shape].read(form, item)) === JSON.stringify(given);
  return same ? [[id, judge(item, given, language)]] : [];
}

features.push(() => {
  bringBack();
  listeners.push(keepAnswers, keepSitting);
});
