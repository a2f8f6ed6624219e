/* Each answer shape on the page. `prepare` a fresh form, by chance; `read` what stands in it as plain
   data; `write` an answer back into it; `show` what of it is right. */

function shuffleChildren(parent, random) {
  parent.append(...shuffled(parent.children, random));
}

/** Each entry knows its place in the form as it came, by which keys and answers go. */
function numbered(form, selector) {
  const found = all(form, `${selector} > li`);
  found.forEach((entry, place) => (entry.dataset.n = place));
  return found;
}

function entries(form, selector) {
  return all(form, `${selector} > li`).sort((a, b) => a.dataset.n - b.dataset.n);
}

function shownOrder(form) {
  return all(form, ".steps > li").map((step) => Number(step.dataset.n));
}

function fields(form) {
  return all(form, "fieldset:not(.rubric) :is(input, textarea)");
}

/** What a student writes is no name or address, and a keyboard that corrects it would give answers away. */
function prepareTyping(form) {
  const typing = { autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false" };
  for (const input of fields(form)) for (const name in typing) input.setAttribute(name, typing[name]);
}

function writeTyped(form, written) {
  fields(form).forEach((input, index) => (input.value = [written].flat()[index]));
}

function ticks(form) {
  return all(form, ".rubric input").flatMap((input, place) => (input.checked ? [place] : []));
}

/** A list to choose from beside each left entry, made of the right ones. */
function offer(form, rights) {
  const choice = make("select");
  const options = rights.map((right) => make("option", "", textOf(right), { value: right.dataset.n }));
  choice.append(make("option", "", words.choose, { value: "" }), ...options);
  for (const left of all(form, ".lefts > li")) {
    const label = make("label");
    label.append(left.firstElementChild, choice.cloneNode(true));
    left.prepend(label);
  }
}

const SHAPES = {
  choices: {
    prepare(form, item, random) {
      numbered(form, ".options");
      if (!item.pinned) shuffleChildren(one(form, ".options"), random);
    },
    read(form) {
      return entries(form, ".options").flatMap((entry, n) => (one(entry, "input").checked ? [n] : []));
    },
    write(form, picked) {
      entries(form, ".options").forEach((entry, n) => (one(entry, "input").checked = picked.includes(n)));
    },
    show(form, item, { given }) {
      entries(form, ".options").forEach((entry, n) => {
        const [right, chosen] = [item.key.includes(n), given.includes(n)];
        if (right || chosen) mark(entry, right ? "right" : "wrong", chosen ? words.your_answer : words.answer);
      });
    },
  },
  words: {
    prepare: prepareTyping,
    read: (form) => fields(form)[0].value,
    write: writeTyped,
    show() {},
  },
  number: {
    notice: words.figure_first,
    prepare: prepareTyping,
    read: (form) => fields(form)[0].value,
    write: writeTyped,
    show() {},
  },
  gaps: {
    prepare: prepareTyping,
    read: (form) => fields(form).map((input) => input.value),
    write: writeTyped,
    show(form, _, { parts, near }) {
      all(form, ".blank").forEach((blank, n) => {
        const grade = parts[n] ? "right" : "wrong";
        mark(blank, grade, near.includes(n) ? words.almost : GRADES[grade]);
      });
    },
  },
  pairs: {
    prepare(form, item, random) {
      numbered(form, ".lefts");
      const rights = numbered(form, ".rights");
      if (item.headings && !item.pinned) shuffleChildren(one(form, ".lefts"), random);
      offer(form, item.headings ? rights : shuffled(rights, random));
    },
    read(form) {
      const chosen = entries(form, ".lefts").map((left) => one(left, "select").value);
      return chosen.map((value) => (value ? Number(value) : null));
    },
    write(form, chosen) {
      entries(form, ".lefts").forEach((left, n) => (one(left, "select").value = chosen[n] ?? ""));
    },
    show(form, item, { parts }) {
      const rights = entries(form, ".rights").map(textOf);
      entries(form, ".lefts").forEach((left, n) => {
        settle(one(left, "select"));
        if (parts[n]) mark(left, "right", words.right);
        else mark(left, "wrong", `${words.right_answer_is}: ${rights[item.key[n]]}`);
      });
    },
  },
  sequence: {
    prepare(form, item, random) {
      numbered(form, ".steps").forEach(makeMovable);
      const steps = one(form, ".steps");
      do shuffleChildren(steps, random);
      while (steps.children.length > 1 && shownOrder(form).every((step, place) => item.key[step] === place));
      markEnds(steps);
    },
    read: shownOrder,
    write(form, order) {
      const steps = entries(form, ".steps");
      one(form, ".steps").append(...order.map((n) => steps[n]));
    },
    show(form, item, { parts, share }) {
      const steps = entries(form, ".steps");
      all(form, ".steps > li").forEach((step, place) => {
        step.draggable = false;
        one(step, ".moves").remove();
        const grade = parts[place] ? "right" : "wrong";
        mark(step, grade, GRADES[grade]);
      });
      if (share === 1) return;
      const right = make("ol", "right");
      const place = (step) => item.key[step.dataset.n];
      steps.sort((a, b) => place(a) - place(b));
      right.append(...steps.map((step) => make("li", "", textOf(step.firstElementChild))));
      one(form, ".letters").after(make("h3", "", words.right_order), right);
    },
  },
  essay: {
    prepare() {},
    read: (form) => ({ written: fields(form)[0].value, ticked: ticks(form) }),
    write(form, { written, ticked }) {
      writeTyped(form, written);
      all(form, ".rubric input").forEach((input, n) => (input.checked = ticked.includes(n)));
    },
    show() {},
  },
};

/** Whether what stands in a form is an answer to its item: something is chosen or written, and it is a figure where that
 *  is asked. An essay may be written on paper. */
function isAnswer({ shape, text, unit }, given) {
  if (shape === "number") return given.trim() === text || !Number.isNaN(readFigure(given, unit, language));
  return shape === "essay" || [given].flat().some((part) => part !== null && `${part}`.trim());
}

/** What was chosen, as text in place of its control: it can be read in full, and not be changed any more. */
function settle(select) {
  select.replaceWith(make("span", "given", select.value ? textOf(select.selectedOptions[0]) : "–"));
}
