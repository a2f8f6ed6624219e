/* What an answer is worth. Pure functions: they see items and answers as plain data, never the page. */

function share(parts) {
  return parts.filter(Boolean).length / parts.length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** For each shape, what share of an answer is right; where it has parts, which of them are; what is right but for its
 *  spelling. */
const JUDGES = {
  /* A wrong tick takes back a right one: else all ticked would be as good as all known. */
  choices(item, picked) {
    const hits = picked.filter((option) => item.key.includes(option)).length;
    const strays = picked.length - hits;
    return { share: Math.max(0, hits - strays) / Math.max(1, item.key.length) };
  },
  words(item, written, language) {
    const grade = compare(item.accepted[0], written, language);
    return { share: grade === "right" ? 1 : 0, near: grade === "near" ? [0] : [] };
  },
  number(item, written, language) {
    const [value, tolerance] = item.key;
    const off = Math.abs(readFigure(written, item.unit, language) - value);
    const near = off <= tolerance + 1e-9 * Math.abs(value);
    return { share: near || written.trim() === item.text ? 1 : 0 };
  },
  gaps(item, written, language) {
    const grades = item.accepted.map((accepted, index) => compare(accepted, written[index], language));
    const parts = grades.map((grade) => grade === "right");
    return { share: share(parts), parts, near: grades.flatMap((grade, index) => (grade === "near" ? [index] : [])) };
  },
  pairs(item, chosen) {
    const parts = item.key.map((partner, index) => chosen[index] === partner);
    return { share: share(parts), parts };
  },
  sequence(item, order) {
    const parts = order.map((step, place) => item.key[step] === place);
    return { share: share(parts), parts };
  },
  essay(item, { ticked }) {
    return { share: sum(ticked.map((criterion) => item.rubric[criterion])) / sum(item.rubric) };
  },
};

/** What an answer earns: its share of the points, or all or nothing where the item is scored so. */
function judge(item, given, language) {
  const verdict = JUDGES[item.shape](item, given, language);
  const allOrNothing = !item.each && item.shape !== "essay";
  const earned = allOrNothing && verdict.share < 1 ? 0 : item.points * verdict.share;
  const grade = verdict.share === 1 ? "right" : earned > 0 ? "partly" : "wrong";
  return { near: [], ...verdict, given, earned, grade };
}
