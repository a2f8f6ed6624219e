/* The student's own progress beside each self-test of the list, from what its pages have kept. */

function showProgress() {
  const kept = Object.values(readRecords(taken(SHELF)));
  for (const place of all(document, "[data-marks]")) {
    const marks = place.dataset.marks.split(" ");
    const seen = kept.filter(({ mark }) => marks.includes(mark));
    place.textContent = said(seen, marks.length);
  }
}

on(document, "DOMContentLoaded", showProgress);
on(window, "pageshow", showProgress);
watchers.push(showProgress);
