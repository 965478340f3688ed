(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) { return; }
  var rows = Array.prototype.slice.call(document.querySelectorAll("tr[data-severity]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  var output = form.querySelector("output");
  function apply() {
    var rule = form.elements.rule.value;
    var wanted = {};
    Array.prototype.forEach.call(form.elements.severity, function (box) { wanted[box.value] = box.checked; });
    var shown = 0;
    rows.forEach(function (row) {
      var show = wanted[row.dataset.severity] && (rule === "" || row.dataset.rule === rule);
      row.hidden = !show;
      if (show) { shown += 1; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("tr[data-severity]:not([hidden])"); });
    output.textContent = form.dataset.shown.replace("{}", String(shown));
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  apply();
})();
