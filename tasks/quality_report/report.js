"use strict";
// Draws each chart into its place. Expressions are interpreted (ast), so the page needs no eval.
(function () {
  const options = {
    actions: false,
    ast: true,
    defaultStyle: false,
    mode: "vega-lite",
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
  };

  function draw(place) {
    const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
    return vegaEmbed(place, spec, options).catch(function (error) {
      const note = document.createElement("p");
      note.className = "note fault";
      note.textContent = "This chart cannot be drawn (" + error.message + "); its rows stand below.";
      place.replaceChildren(note);
      place.style.minHeight = "0";
    });
  }

  Promise.all(Array.from(document.querySelectorAll("[data-spec]"), draw)).then(function () {
    document.documentElement.dataset.drawn = "yes";
  });
})();
