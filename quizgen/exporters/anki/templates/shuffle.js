// Rows stand in another order each day, and in the same one on both sides of a card. Nothing is stored: the order
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

  // Fisher-Yates: the index of the row that comes to each place. The order that must never show is turned by one.
  function order(count, next, never) {
    var drawn = [];
    for (var last = 0; last < count; last += 1) {
      var place = Math.floor(next() * (last + 1));
      drawn[last] = drawn[place];
      drawn[place] = last;
    }
    if (drawn.join(" ") === never) {
      drawn.push(drawn.shift());
    }
    return drawn;
  }

  function all(node, selector) {
    return Array.prototype.slice.call(node.querySelectorAll(selector));
  }

  // Rows move, and their letters stay where they are; returns what each letter has become.
  function shuffle(list, next) {
    var rows = Array.prototype.slice.call(list.children);
    var letters = all(list, ".letter");
    var names = letters.map(function (letter) { return letter.textContent; });
    var become = Object.create(null);
    order(rows.length, next, list.getAttribute("data-never")).forEach(function (row, place) {
      list.appendChild(rows[row]);
      if (letters.length) {
        letters[row].textContent = names[place];
        become[names[row]] = names[place];
      }
    });
    return become;
  }

  // A letter that stands elsewhere follows its row.
  function follow(card, become) {
    all(card, "[data-names]").forEach(function (letter) {
      letter.textContent = become[letter.textContent] || letter.textContent;
    });
    all(card, ".whys").forEach(inOrder);
  }

  // B comes before AA.
  function inOrder(list) {
    var rows = Array.prototype.slice.call(list.children).map(function (row) {
      var name = row.querySelector(".letter").textContent;
      return { key: String.fromCharCode(name.length) + name, row: row };
    });
    rows.sort(function (one, other) { return one.key < other.key ? -1 : 1; });
    rows.forEach(function (each) { list.appendChild(each.row); });
  }

  all(document, ".quizgen[data-item]").forEach(function (card) {
    all(card, "[data-shuffle]").forEach(function (list) {
      // A client that runs the script twice must not shuffle what is shuffled.
      list.removeAttribute("data-shuffle");
      follow(card, shuffle(list, numbers(hash(card.getAttribute("data-item") + today()))));
    });
  });
})();
