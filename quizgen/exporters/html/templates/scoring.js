"use strict";
/* What an answer is worth. Pure functions: they see keys and answers, never the page. */

/** The figure that a text is, or NaN. Commas part thousands in English and decimals in Spanish, points the other way
 *  round; where only one reading makes sense ("2,5", "1.000.000", "1.234,5") it is taken, in either language. */
function readNumber(text, language) {
  const compact = text.trim().replace(/[−–]/g, "-").replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1");
  const [, sign, digits] = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(compact) ?? [];
  return digits === undefined ? NaN : Number(sign + withPoint(digits, language));
}

function withPoint(digits, language) {
  const marks = digits.replace(/\d/g, "");
  const last = marks.at(-1);
  const grouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits);
  if (!marks) return digits;
  if (new Set(marks).size === 2) return withoutGroups(digits, digits.lastIndexOf(last));
  if (grouped && (marks.length > 1 || last === (language === "es" ? "." : ","))) return digits.replace(/[.,]/g, "");
  return marks.length === 1 ? digits.replace(last, ".") : "NaN";
}

function withoutGroups(digits, decimal) {
  const whole = digits.slice(0, decimal);
  return /^\d{1,3}([.,]\d{3})+$/.test(whole) ? `${whole.replace(/[.,]/g, "")}.${digits.slice(decimal + 1)}` : "NaN";
}

/** The figure in an answer that may carry a currency sign, a percent sign or words of its unit; NaN for anything else. */
function readFigure(text, unit, language) {
  const [, figure, rest] = /^[^\d+\-−–.,]*([^\p{L}%$€£]*)(.*)$/u.exec(text.trim());
  const known = fold(unit, language).split(" ").filter(Boolean);
  const said = rest.replace(/[%$€£]/g, " ").split(/\s+/).map((word) => fold(word, language)).filter(Boolean);
  const fits = said.every((word) => known.some((name) => name.startsWith(word) || word.startsWith(name)));
  return fits ? readNumber(figure, language) : NaN;
}

/** A text without what people write differently and mean the same: case, accents, quotation marks, hyphens, points,
 *  spaces, the way to write a figure. */
function fold(text, language) {
  const letters = text.replace(/[‘’ʼ`´]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const dashes = letters.replace(/[‐‑‒–—−]/g, "-").replace(/(\p{L}) *- *(?=\p{L})/gu, "$1 ");
  const figures = dashes.replace(/\d+(?:[.,' ]\d+)*/g, (figure) => foldFigure(figure, language));
  const folded = figures.replace(/[.,;:!?¿¡"“”„«»()[\]]/g, "").replace(/ *([%$€£]) */g, "$1").replace(/\s+/g, " ").trim();
  return folded || text.trim();
}

/** A figure with a mark for its decimals that is no punctuation, so that 2.5 and 25 stay apart. */
function foldFigure(figure, language) {
  const number = readNumber(figure, language);
  return Number.isNaN(number) ? figure : String(number).replace(".", "·");
}

function accepts(accepted, written, language) {
  return accepted.some((answer) => fold(answer, language) === fold(written, language));
}

function share(parts) {
  return parts.filter(Boolean).length / parts.length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** For each shape, what share of an answer is right, and where it has parts, which of them are. */
const JUDGES = {
  /* A wrong tick takes back a right one: else all ticked would be as good as all known. */
  choices(item, picked) {
    const hits = picked.filter((option) => item.right.includes(option)).length;
    const strays = picked.length - hits;
    return { share: Math.max(0, hits - strays) / Math.max(1, item.right.length) };
  },
  words(item, written, language) {
    return { share: accepts(item.accepted, written, language) ? 1 : 0 };
  },
  number(item, written, language) {
    const value = Number(item.value);
    const off = Math.abs(readFigure(written, item.unit, language) - value);
    const near = off <= Number(item.tolerance) + 1e-9 * Math.abs(value);
    return { share: near || written.trim() === item.text ? 1 : 0 };
  },
  gaps(item, written, language) {
    const parts = item.blanks.map((accepted, index) => accepts(accepted, written[index], language));
    return { share: share(parts), parts };
  },
  pairs(item, chosen) {
    const parts = item.partners.map((partner, index) => chosen[index] === partner);
    return { share: share(parts), parts };
  },
  sequence(item, order) {
    const parts = order.map((step, place) => step === place);
    return { share: share(parts), parts };
  },
  essay(item, { ticked }) {
    return { share: sum(ticked.map((criterion) => item.rubric[criterion])) / sum(item.rubric) };
  },
};

/** What an answer earns: its share of the points, or all or nothing where the item is scored so. */
function judge(item, answer, language) {
  const verdict = JUDGES[item.shape](item, answer, language);
  const allOrNothing = item.scoring === "all" && item.shape !== "essay";
  const earned = allOrNothing && verdict.share < 1 ? 0 : item.points * verdict.share;
  const grade = verdict.share === 1 ? "right" : earned > 0 ? "partly" : "wrong";
  return { ...verdict, earned, grade };
}
