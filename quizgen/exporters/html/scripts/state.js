/* All that changes, as one value of plain data, and what can be told from it. It is replaced, never altered, and those
   that listen hear of it: the score, and whatever keeps progress. What JSON keeps of it brings a sitting back. */

/** How one can study. `atOnce`: each answer is marked when it is given, and a slip of spelling has another try; else all
 *  are marked when the sitting is finished. */
const MODES = { __proto__: null, practise: { atOnce: true }, test: { atOnce: false } };

/** `round` has the ids of the items in their order; `answers`, by id, what `judge` made of each; `tries` the ids of
 *  those that had their second try; all order follows from `seed`. It began `at` a time, and `minutes` are what it should take, or 0. */
let state = begun([], "practise", "");
const listeners = [];

/** Those that listen are told the state and the one before it. */
function update(changes) {
  const before = state;
  const { answers, tries, ...others } = { ...state, ...changes };
  state = { ...others, answers: bare(answers), tries: bare(tries) };
  for (const listener of listeners) listener(state, before);
}

function begun(ids, mode, seed, minutes = 0) {
  const round = shuffled(ids, chance(seed));
  return { mode, seed, round, answers: bare(), tries: bare(), finished: false, at: Date.now(), minutes };
}

/** Whether right and wrong may be told. */
function isMarked({ mode, finished }) {
  return MODES[mode].atOnce || finished;
}

function withAnswer({ answers }, id, verdict) {
  return { answers: { ...answers, [id]: verdict } };
}

function withoutAnswer({ answers }, id) {
  const { [id]: _, ...others } = answers;
  return { answers: others };
}

function isMissed({ earned }, { points }) {
  return earned < points - 1e-9;
}

function missed({ answers, round }, items) {
  return round.filter((id) => answers[id] && isMissed(answers[id], items.get(id)));
}

/** What the answers so far to some items come to: points earned, of how many, and how many items are answered. */
function tally({ answers, round }, items, ids = round) {
  const answered = ids.filter((id) => answers[id]);
  return {
    earned: sum(answered.map((id) => answers[id].earned)),
    possible: sum(answered.map((id) => items.get(id).points)),
    answered: answered.length,
    count: ids.length,
  };
}
