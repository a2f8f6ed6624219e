/* Spaced review in boxes, as Leitner laid cards: what is answered right when it is due goes up a box and is due again
   later; what is missed goes back to the first. Pure. */

/** For each box, in how many days its items are due. */
const DAYS = [0, 1, 3, 7, 14, 30];

/** The day that a time falls on where the student is, counted from 1970. */
function dayOf(time) {
  return Math.floor(time / 864e5 - new Date(time).getTimezoneOffset() / 1440);
}

function dueDay({ box, at }) {
  return dayOf(at) + DAYS[box];
}

/** A time still to come is a clock that went wrong: its item had better be asked. */
function isDue(record, now) {
  return record.at > now || dueDay(record) <= dayOf(now);
}

/** What is known of an item once it has been answered. What is not yet due stays: to ask it ten times a day is not to know
 *  it for a month. */
function boxed(record, mark, right, now) {
  if (right && record && !isDue(record, now)) return record;
  return { mark, box: right ? Math.min((record?.box ?? 0) + 1, 5) : 0, at: now };
}

/** Of some items that have been seen: how many, how many of them were right when last asked, and how many are due. */
function standing(records, now) {
  const due = records.filter((record) => isDue(record, now)).length;
  return { seen: records.length, known: records.filter(({ box }) => box > 0).length, due };
}
