/* Steps are dragged with a mouse as well; touch screens and keyboards have the buttons beside them. */

function letDrag(list) {
  let dragged = null;
  list.addEventListener("dragstart", (event) => {
    if (!event.target.draggable || !event.target.matches(".steps > li")) return;
    dragged = event.target;
    event.dataTransfer.setData("text/plain", "");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest(".steps > li");
    if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (over === dragged) return;
    if (event.clientY < top + height / 2) over.before(dragged);
    else over.after(dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (dragged) moved(dragged);
    dragged = null;
  });
}
