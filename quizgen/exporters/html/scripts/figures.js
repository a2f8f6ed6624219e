"use strict";
/* Figures as people write them. Pure functions: texts in, numbers out. */

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
