/* All that changes, as one value of plain data, and what can be told from it. It is replaced, never altered, and those
   that listen hear of it: the score, and whatever keeps progress. What JSON keeps of it brings a sitting back. */

/** How one can study. `atOnce`: each answer is marked when it is given, and a slip of spelling has another try; else all
 *  are marked when the sitting is finished. */
const MODES = { practise: { atOnce: true } };

/** `round` has the ids of the items in their order; `answers`, by id, what `judge` made of each; `tries` the ids of
 *  those that had their second try; all order follows from `seed`. */
let state = begun([], "practise", "");
const listeners = [];

/** Those that listen are told the state and the one before it. */
function update(changes) {
  const before = state;
  state = { ...state, ...changes };
  for (const listener of listeners) listener(state, before);
}

function begun(ids, mode, seed) {
  return { mode, seed, round: shuffled(ids, chance(seed)), answers: {}, tries: {}, finished: false };
}

/** Whether right and wrong may be told. */
function isMarked({ mode, finished }) {
  return MODES[mode].atOnce || finished;
}

function withAnswer({ answers }, id, verdict) {
  return { answers: { ...answers, [id]: verdict } };
}

function missed({ answers }, items) {
  return Object.keys(answers).filter((id) => answers[id].earned < items.get(id).points - 1e-9);
}

/** What the answers so far come to: points earned, of how many, and how many items are answered. */
function tally({ answers, round }, items) {
  const ids = Object.keys(answers);
  return {
    earned: sum(ids.map((id) => answers[id].earned)),
    possible: sum(ids.map((id) => items.get(id).points)),
    answered: ids.length,
    count: round.length,
  };
}
