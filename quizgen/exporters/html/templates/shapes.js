/* How each answer shape is shuffled, read and marked on the page. */

const quiz = JSON.parse(document.getElementById("quiz").textContent);
const { words, language } = quiz;

const SIGNS = { right: "✓", partly: "◐", wrong: "✗" };
const GRADES = { right: words.right, partly: words.partly_right, wrong: words.wrong };

function shuffled(entries) {
  const mixed = [...entries];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

function shuffleChildren(parent) {
  parent.append(...shuffled(parent.children));
}

/** Right or wrong by sign and word; colour only repeats it. */
function mark(node, grade, text) {
  node.textContent = `${SIGNS[grade]} ${text}`;
  node.classList.add(grade);
}

function markPart(node, right, answer) {
  mark(node, right ? "right" : "wrong", right ? words.right : `${words.right_answer_is}: ${answer}`);
}

function markOption(input, item, picked) {
  const value = Number(input.value);
  const right = item.right.includes(value);
  const chosen = picked.includes(value);
  if (chosen || right) mark(optionMark(input), right ? "right" : "wrong", chosen ? words.your_answer : words.answer);
}

function optionMark(input) {
  return input.closest(".option").querySelector(".mark");
}

/** The reasons for what was chosen come first, before the answer; those of the other options after it. */
function bringForward(form, item, picked) {
  const [chosen, others] = form.querySelectorAll(".whys");
  chosen.append(...[...others.children].filter((why) => picked.includes(Number(why.dataset.option))));
  for (const why of chosen.children) {
    const right = item.right.includes(Number(why.dataset.option));
    mark(why.querySelector(".mark"), right ? "right" : "wrong", words.your_answer);
  }
  chosen.hidden = !chosen.children.length;
  others.hidden = !others.children.length;
}

/** What was chosen, as text in place of its control: it stays readable, and cannot be changed any more. */
function settle(select) {
  const given = document.createElement("span");
  given.className = "given";
  given.textContent = select.value ? select.selectedOptions[0].textContent : "–";
  select.replaceWith(given);
}

function field(form) {
  return form.querySelector(".ask input, .ask textarea");
}

function shuffleTargets(form) {
  const values = shuffled(form.querySelector("select").options).map((option) => option.value).filter(Boolean);
  for (const select of form.querySelectorAll("select")) {
    for (const value of values) select.append(select.querySelector(`option[value="${value}"]`));
  }
}

/** The first step cannot go up nor the last down. Their buttons are not disabled: one that has the focus would lose it. */
function markEnds(steps) {
  for (const step of steps.children) {
    const [up, down] = step.querySelectorAll("[data-move]");
    up.setAttribute("aria-disabled", String(step === steps.firstElementChild));
    down.setAttribute("aria-disabled", String(step === steps.lastElementChild));
  }
}

/** For each shape: `shuffle` of a fresh form, `read` its answer (null: there is none yet), `show` what of it is right. */
const SHAPES = {
  choices: {
    shuffle(form, item) {
      if (!item.pinned) shuffleChildren(form.querySelector(".ask .options"));
    },
    read(form) {
      const picked = [...form.querySelectorAll(".ask input:checked")].map((input) => Number(input.value));
      return picked.length ? picked : null;
    },
    show(form, item, verdict, picked) {
      for (const input of form.querySelectorAll(".ask input")) markOption(input, item, picked);
      bringForward(form, item, picked);
    },
  },
  words: {
    shuffle() {},
    read: (form) => (field(form).value.trim() ? field(form).value : null),
    show() {},
  },
  number: {
    notice: words.figure_first,
    shuffle() {},
    read(form, item) {
      const written = field(form).value;
      return written.trim() === item.text || !Number.isNaN(readFigure(written, item.unit, language)) ? written : null;
    },
    show() {},
  },
  gaps: {
    shuffle() {},
    read(form) {
      const written = [...form.querySelectorAll(".blank input")].map((input) => input.value);
      return written.some((text) => text.trim()) ? written : null;
    },
    show(form, item, verdict) {
      const marks = form.querySelectorAll(".blank .mark");
      item.blanks.forEach((accepted, index) => markPart(marks[index], verdict.parts[index], accepted[0]));
    },
  },
  pairs: {
    shuffle(form, item) {
      if (!item.headings) shuffleTargets(form);
      if (!item.pinned) shuffleChildren(form.querySelector(".pairs"));
    },
    read(form, item) {
      const chosen = item.partners.map((_, index) => form.querySelector(`[data-entry="${index}"] select`).value);
      return chosen.some(Boolean) ? chosen.map((value) => (value ? Number(value) : null)) : null;
    },
    show(form, item, verdict) {
      item.partners.forEach((partner, index) => {
        const entry = form.querySelector(`[data-entry="${index}"]`);
        const right = entry.querySelector(`option[value="${partner}"]`).textContent;
        markPart(entry.querySelector(".mark"), verdict.parts[index], right);
        settle(entry.querySelector("select"));
      });
    },
  },
  sequence: {
    shuffle(form) {
      const steps = form.querySelector(".steps");
      do shuffleChildren(steps);
      while (steps.children.length > 1 && SHAPES.sequence.read(form).every((step, place) => step === place));
      for (const moves of form.querySelectorAll(".moves")) moves.hidden = false;
      markEnds(steps);
    },
    read: (form) => [...form.querySelectorAll("[data-step]")].map((step) => Number(step.dataset.step)),
    show(form, item, verdict) {
      form.querySelectorAll("[data-step]").forEach((step, place) => {
        const grade = verdict.parts[place] ? "right" : "wrong";
        mark(step.querySelector(".mark"), grade, GRADES[grade]);
        step.querySelector(".moves").hidden = true;
      });
    },
  },
  essay: {
    shuffle() {},
    read: (form) => ({ written: field(form).value, ticked: ticks(form) }),
    show() {},
  },
};

function ticks(form) {
  return [...form.querySelectorAll(".rubric input:checked")].map((input) => Number(input.value));
}
