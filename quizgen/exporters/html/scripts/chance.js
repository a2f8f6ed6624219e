/* Chance that can be had again: one seed gives one order, so that a sitting is kept by its seed alone. Pure. */

/** Numbers from 0 to 1 that follow from a text (FNV-1a, and on from there as splitmix32 goes). */
function chance(seed) {
  let bits = 0x811c9dc5;
  for (const letter of seed) bits = Math.imul(bits ^ letter.codePointAt(0), 0x01000193);
  return () => {
    bits = (bits + 0x9e3779b9) | 0;
    const mixed = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
    return (Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97) >>> 0) / 2 ** 32;
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
