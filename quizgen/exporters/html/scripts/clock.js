/* How long a test may take, told in minutes and read out three times. Nothing is cut off: whoever needs longer takes it. */

function showTime() {
  const { at, minutes } = state;
  const left = Math.ceil((at - Date.now()) / 6e4 + minutes);
  const line = left > 0 ? fill(words.time_left, { count: left }) : words.time_is_up;
  const text = minutes > 0 && !isMarked(state) ? line : "";
  if (textOf(byId("time")) === text) return;
  put("time", text);
  if (left < 2 || left === 5) put("announce", text);
}

features.push(() => {
  listeners.push(showTime);
  setInterval(showTime, 5e3);
});
