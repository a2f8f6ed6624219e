/* The last: when the page is there it is read, each feature takes its place on it, and a sitting begins, or goes on where
   a feature has brought its state back. */

on(document, "DOMContentLoaded", () => {
  readPage();
  for (const feature of features) feature();
  if (state.round.length) showRound();
  else start([...items.keys()]);
});
