/* Chance that can be had again: one seed gives one order, so that a sitting is kept by its seed alone. Pure. */

/** Numbers from 0 to 1 that follow from a text (xmur3 into mulberry32). */
function chance(seed) {
  let state = 1779033703;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0), 3432918353) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(entries, random) {
  const mixed = [...entries];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
