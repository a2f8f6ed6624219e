/* The last: when the page is there it is read, each feature takes its place on it, and a sitting of today goes on.
   Else a student says how to study. */

on(document, "DOMContentLoaded", () => {
  readPage();
  for (const feature of features) feature();
  if (dayOf(state.at) === dayOf(Date.now()) && state.round.length) showRound();
  update({});
});
