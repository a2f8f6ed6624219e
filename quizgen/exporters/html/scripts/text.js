/* Written answers held against those that are accepted. Pure functions: texts in, judgements out. */

/** A text without what people write differently and mean the same: case, accents, quotation marks, hyphens, points,
 *  spaces, the way to write a figure. */
function fold(text, language) {
  const letters = text.replace(/[‘’ʼ`´]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const dashes = letters.replace(/[‐‑‒–—−]/g, "-").replace(/(\p{L}) *- *(?=\p{L})/gu, "$1 ");
  const figures = dashes.replace(/\d+(?:[.,' ]\d+)*/g, (figure) => foldFigure(figure, language));
  const folded = figures.replace(/[.,;:!?¿¡\x22“”„«»()[\]]/g, "").replace(/ *([%$€£]) */g, "$1").replace(/\s+/g, " ").trim();
  return folded || text.trim();
}

/** A figure with a mark for its decimals that is no punctuation, so that 2.5 and 25 stay apart. */
function foldFigure(figure, language) {
  const number = readNumber(figure, language);
  return Number.isNaN(number) ? figure : String(number).replace(".", "·");
}

/** How a written answer agrees with those accepted: it is one of them, or `near` one but for its spelling, or `wrong`. */
function compare(accepted, written, language) {
  const answers = accepted.map((answer) => fold(answer, language));
  const said = fold(written, language);
  if (answers.includes(said)) return "right";
  return answers.some((answer) => isNear(answer, said)) ? "near" : "wrong";
}

/** A slip of the pen: a letter or two of a long word, never its first, which makes another word ("import", "export"),
 *  and never a digit. */
function isNear(answer, said) {
  const slips = answer.length < 4 ? 0 : answer.length < 8 ? 1 : 2;
  const digits = (text) => text.replace(/\D/g, "");
  return answer[0] === said[0] && digits(answer) === digits(said) && distance(answer, said) <= slips;
}

/** How many letters are missing, too many, others, or swapped with their neighbour. */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const [last, before] = [rows[row - 1], rows[row - 2]];
    rows[row] = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const costs = [last[column] + 1, rows[row][column - 1] + 1, last[column - 1] + (same ? 0 : 1)];
      rows[row][column] = Math.min(...costs, swapped ? before[column - 2] + 1 : Infinity);
    }
  }
  return rows[a.length][b.length];
}
