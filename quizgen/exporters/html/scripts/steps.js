/* Steps are moved by buttons, which every device has, and with a mouse they are dragged as well. */

/** Buttons to move a step, and with a mouse it can be dragged. */
function makeMovable(step) {
  const moves = make("span", "moves");
  for (const [way, sign, name] of [["up", "↑", words.move_up], ["down", "↓", words.move_down]]) {
    const label = `${name}: ${textOf(step)}`;
    moves.append(make("button", "", sign, { type: "button", "data-move": way, "aria-label": label }));
  }
  step.append(moves);
  step.draggable = matchMedia("(hover: hover) and (pointer: fine)").matches;
}

/** The first step cannot go up nor the last down. Their buttons are not disabled: one that has the focus would lose it. */
function markEnds(steps) {
  for (const step of steps.children) {
    const [up, down] = all(step, "button");
    up.ariaDisabled = step === steps.firstElementChild;
    down.ariaDisabled = step === steps.lastElementChild;
  }
}

/** The neighbour moves, not the step: so the button that was pressed keeps the focus. */
function move(button) {
  const step = button.closest("li");
  const up = button.dataset.move === "up";
  const neighbour = up ? step.previousElementSibling : step.nextElementSibling;
  if (!neighbour) return;
  if (up) step.after(neighbour);
  else step.before(neighbour);
  moved(step);
}

function moved(step) {
  markEnds(step.parentElement);
  const place = [...step.parentElement.children].indexOf(step) + 1;
  step.dispatchEvent(new Event("input", { bubbles: true }));
  put("announce", `${place}. ${textOf(step.firstElementChild)}`);
}

features.push(() => {
  const list = byId("questions");
  let dragged = null;
  /* What was said of a move is no longer so. */
  listeners.push(() => put("announce", ""));
  on(list, "click", ({ target }) => {
    if (target.matches("[data-move]")) move(target);
  });
  on(list, "dragstart", (event) => {
    if (!event.target.draggable || !event.target.matches(".steps > li")) return;
    dragged = event.target;
    event.dataTransfer.setData("text/plain", "");
  });
  on(list, "dragover", (event) => {
    const over = event.target.closest(".steps > li");
    if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (over === dragged) return;
    if (event.clientY < top + height / 2) over.before(dragged);
    else over.after(dragged);
  });
  on(list, "drop", (event) => event.preventDefault());
  on(list, "dragend", () => {
    if (dragged) moved(dragged);
    dragged = null;
  });
});
