// Options stand in another order each day, and in the same one on both sides of a card. Nothing is stored: the order
// follows from the item and the date. Without scripts the order that the deck was built with shows.
(function () {
  "use strict";

  var HOUR = 60 * 60 * 1000;

  // A day begins at four in the morning, as Anki's own does, so that no card is turned over on another day than begun.
  function today() {
    var day = new Date(Date.now() - 4 * HOUR);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].join("-");
  }

  // FNV-1a, 32 bits
  function hash(text) {
    var value = 0x811c9dc5;
    for (var index = 0; index < text.length; index += 1) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    return value >>> 0;
  }

  // mulberry32: numbers from 0 up to 1
  function numbers(seed) {
    var state = seed;
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      var mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  // Fisher-Yates
  function shuffle(list, next) {
    var entries = Array.prototype.slice.call(list.children);
    for (var last = entries.length - 1; last > 0; last -= 1) {
      var drawn = Math.floor(next() * (last + 1));
      var kept = entries[last];
      entries[last] = entries[drawn];
      entries[drawn] = kept;
    }
    entries.forEach(function (entry) {
      list.appendChild(entry);
    });
  }

  var cards = document.querySelectorAll(".quizgen[data-item]");
  Array.prototype.forEach.call(cards, function (card) {
    var lists = card.querySelectorAll("ol[data-shuffle]");
    Array.prototype.forEach.call(lists, function (list) {
      // A client that runs the script twice must not shuffle what is shuffled.
      list.removeAttribute("data-shuffle");
      shuffle(list, numbers(hash(card.getAttribute("data-item") + today())));
    });
  });
})();
