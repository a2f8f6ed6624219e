/* Where a student stands, in words. */

function said(seen, count) {
  return seen.length ? fill(words.standing, { ...standing(seen, Date.now()), count }) : "";
}
