const data = JSON.parse(document.getElementById("data").textContent);
const cases = data.cases;
cases.forEach(one => { one.signs = [...new Map(one.budgets.map(budget => [budget.sign[0], budget.sign])).values()]; });
data.suites.forEach(suite => { for (let i = 0; i < suite.cases; i++) { cases[suite.from + i].suite = suite; cases[suite.from + i].place = i; } });
const fullName = one => one.suite.name + "/" + one.name;
const address = one => one.suite.page + "#case-" + one.place;
const caseLink = (one, short) => el("a", { class: "case", href: address(one) }, short ? [el("small", {}, name(one.suite.name + "/")), name(one.name)] : name(fullName(one)));
const worse = ratio => ratio > 1;
const stepChip = (ratio, text) => el("span", { class: "chip " + (worse(ratio) ? "bad" : "good") }, el("span", { "aria-hidden": "true" }, worse(ratio) ? "▲" : "▼"), text + (worse(ratio) ? " slower" : " faster"));

function sparkline(one) {
  const values = one.sparks, low = Math.min(...values), high = Math.max(...values), width = 160, height = 28, span = high - low || 1;
  const x = i => values.length === 1 ? width / 2 : 3 + i / (values.length - 1) * (width - 6), y = v => high === low ? height / 2 : 3 + (high - v) / span * (height - 6);
  const node = svg("svg", { viewBox: "0 0 " + width + " " + height, class: "spark", "aria-hidden": "true" });
  one.marks.forEach(i => node.append(paint(svg("line", { x1: (x(i) + x(i - 1)) / 2, x2: (x(i) + x(i - 1)) / 2, y1: 0, y2: height, "stroke-dasharray": "3 2" }), "bad", "stroke")));
  if (values.length > 1) node.append(paint(svg("polyline", { points: values.map((v, i) => x(i).toFixed(1) + "," + y(v).toFixed(1)).join(" "), fill: "none", "stroke-width": 1.5, "stroke-linejoin": "round" }), "head", "stroke"));
  node.append(paint(svg("circle", { cx: x(values.length - 1), cy: y(values[values.length - 1]), r: 2.5 }), "head"));
  return tips(node, fullName(one) + "\n" + (values.length === 1 ? "one run" : "the last " + values.length + " runs: " + seconds(low) + " … " + seconds(high)));
}

function steps() {
  if (!data.steps.length && cases.every(one => one.runs < 3)) return;
  const node = section("steps");
  if (!data.steps.length) {
    node.append(el("p", {}, "No change exceeds its tolerance."));
    return;
  }
  node.append(el("p", {}, data.steps.length + (data.steps.length === 1 ? " change point" : " change points") + " beyond the tolerance, the newest first. Each compares the runs before it with the runs after it, on the same platform."));
  growing(node, table("Change points, the newest first", ["Case", "Since", "Run", { text: "Before", num: true }, { text: "After", num: true }, "Change", "Platform"], [], { class: "table-cards" }),
    data.steps.map(step => () => el("tr", { class: "row" },
      el("th", { scope: "row" }, caseLink(cases[step.case])),
      el("td", { "data-name": "since" }, el("div", {}, step.at)),
      el("td", { "data-name": "run" }, el("div", {}, step.commit ? [step.commit, " ", el("small", {}, step.run)] : el("small", {}, step.run))),
      el("td", { class: "num", "data-name": "before" }, step.before), el("td", { class: "num", "data-name": "after" }, step.after),
      el("td", { "data-name": "change" }, el("div", { title: "p " + step.p }, stepChip(step.ratio, step.text))),
      el("td", { "data-name": "platform" }, step.on))), "change points");
}
function moved() {
  if (!data.moved.length) return;
  const node = section("moved");
  node.append(el("p", {}, "Ratios to a commit that each run measured as its base are compared over all platforms, in the order of commits. Each change is listed once, with the cases that changed together."));
  growing(node, table("Changes against an anchor, the newest first", ["Commits", "Kind", "Against", "Cases"], [], { class: "table-cards" }),
    data.moved.map(one => () => el("tr", { class: "row" },
      el("th", { scope: "row" }, one.where),
      el("td", { "data-name": "kind" }, el("div", {}, one.kind)), el("td", { "data-name": "against" }, el("div", {}, name(one.anchor))),
      el("td", { "data-name": "cases" }, el("div", {}, one.cases.map(([place, ratio, text]) => el("div", {}, caseLink(cases[place]), " ", el("span", { class: "chip " + (worse(ratio) ? "bad" : "good") }, el("span", { "aria-hidden": "true" }, worse(ratio) ? "▲" : "▼"), text))))))), "changes");
}
const budgets = () => budgetSection(cases.flatMap(one => one.budgets.map(budget => [one, budget])), (one, budget) => budgetCells(caseLink(one), budget));
function laws() {
  if (!data.laws.length) return;
  const all = [...data.laws].sort((a, b) => STATUS.indexOf(a.sign[0]) - STATUS.indexOf(b.sign[0]));
  growing(section("laws"), table("Laws, broken ones first", ["Law", { text: "Measured", num: true }, { text: "Required", num: true }, "Status"], [], { class: "table-cards" }),
    all.map(law => () => el("tr", { class: "row" }, el("th", { scope: "row" }, law.name, el("div", {}, el("small", {}, law.subject))),
      el("td", { class: "num", "data-name": "measured" }, law.text, below(law.text, law.range)), el("td", { class: "num", "data-name": "required" }, law.requirement),
      el("td", { "data-name": "status" }, el("div", {}, chips([law.sign]), law.reason && el("small", {}, whole(law.reason)))))), "laws");
}
function suites() {
  const node = section("suites");
  node.append(table("Suites and their budgets", ["Suite", { text: "Cases", num: true }, { text: "Change points", num: true }, "Newest budgets"], data.suites.map(suite => {
    const own = cases.slice(suite.from, suite.from + suite.cases), signs = new Map();
    own.forEach(one => one.budgets.forEach(b => signs.set(b.sign[0], [b.sign, (signs.get(b.sign[0]) || [0, 0])[1] + 1])));
    return el("tr", { class: "row" }, el("th", { scope: "row" }, el("a", { href: suite.page }, name(suite.name))),
      el("td", { class: "num", "data-name": "cases" }, suite.cases),
      el("td", { class: "num", "data-name": "change points" }, data.steps.filter(step => cases[step.case].suite === suite).length),
      el("td", { "data-name": "budgets" }, el("div", { class: "chips" }, [...signs.values()].map(([sign, n]) => chip([sign[0], n + " " + sign[1], sign[2], sign[3]])), !signs.size && "–")));
  }), { class: "table-cards" }));
}
function platforms() {
  const node = section("platforms");
  node.append(el("p", {}, "Times of different platforms are never compared."),
    table("Platforms of the runs", ["Letter", "Machine, JDK and flags", { text: "Runs", num: true }, "Newest"], data.platforms.map(([letter, words, runs, last]) => el("tr", { class: "row" },
      el("th", { scope: "row", class: "letter" }, letter), el("td", { "data-name": "what" }, el("div", {}, words)), el("td", { class: "num", "data-name": "runs" }, runs), el("td", { "data-name": "newest" }, last))), { class: "table-cards" }));
}

/* The table of cases. */
const columns = [
  { text: "Case", key: (a, b) => fullName(a) < fullName(b) ? -1 : 1 },
  { text: "History" },
  { text: "Time", num: true, key: (a, b) => a.time.at[0] - b.time.at[0], of: one => shownCell(one.time) },
  { text: "Last change", key: (a, b) => (b.step ? Math.abs(Math.log(b.step[0])) : -1) - (a.step ? Math.abs(Math.log(a.step[0])) : -1), of: one => one.step ? [stepChip(one.step[0], one.step[1]), el("small", {}, " " + one.step[2])] : "–" },
  { text: "Budgets", key: (a, b) => rank(a) - rank(b), of: one => one.signs.length ? el("div", { class: "chips" }, one.signs.map(chip)) : "–" },
  { text: "Runs", num: true, key: (a, b) => b.runs - a.runs, of: one => one.runs + " " + one.on },
  { text: "Newest", key: (a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0, of: one => el("span", { class: "when" }, one.at) }
];
const rank = one => Math.min(9, ...one.signs.map(s => STATUS.indexOf(s[0])));
const MANY = 200, state = { text: "", suite: "", column: 0, up: true, all: false }, rowOf = new Map();
let body, counter, more, search, heads, buttons = [], first = true;

function row(i) {
  if (!rowOf.has(i)) {
    const one = cases[i];
    rowOf.set(i, el("tr", { class: "row" }, el("th", { scope: "row" }, caseLink(one, true)), el("td", { "data-name": "history" }, sparkline(one)),
      columns.slice(2).map(c => el("td", { class: c.num ? "num" : null, "data-name": c.text.toLowerCase() }, el("div", {}, c.of(one))))));
  }
  return rowOf.get(i);
}
function list() {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean), by = columns[state.column].key;
  const found = cases.map((_, i) => i).filter(i => (!state.suite || cases[i].suite.page === state.suite) && words.every(w => fullName(cases[i]).toLowerCase().includes(w)));
  if (!first) found.sort((a, b) => (state.up ? by(cases[a], cases[b]) : by(cases[b], cases[a])) || a - b);
  const visible = state.all ? found : found.slice(0, MANY);
  body.replaceChildren(...visible.map(row));
  counter.textContent = found.length === cases.length ? several(cases.length, "case") : found.length + " of " + several(cases.length, "case");
  more.hidden = visible.length === found.length;
  more.textContent = "Show all " + found.length + " cases";
  heads.forEach((head, c) => { if (columns[c].key) head.setAttribute("aria-sort", !first && c === state.column ? (state.up ? "ascending" : "descending") : "none"); });
  buttons.forEach(([button, page]) => button.setAttribute("aria-pressed", String(state.suite === page)));
}
function sortBy(c) {
  state.up = !first && state.column === c ? !state.up : true;
  state.column = c;
  first = false;
  list();
}
function caseTable() {
  const node = section("cases");
  search = el("input", { type: "search", placeholder: "Search cases", "aria-label": "Search cases", oninput: () => { state.text = search.value; list(); } });
  counter = el("span", { class: "count", role: "status" });
  if (data.suites.length > 1 && data.suites.length <= 12) buttons = data.suites.map(suite => [el("button", { type: "button", "aria-pressed": "false", onclick: () => { state.suite = state.suite === suite.page ? "" : suite.page; list(); } }, suite.name + " " + suite.cases), suite.page]);
  const sort = el("select", { "aria-label": "Sort by", onchange: () => { first = false; state.column = Number(sort.value); state.up = true; list(); } }, columns.map((c, k) => c.key && el("option", { value: k }, c.text)));
  heads = columns.map((c, k) => el("th", { scope: "col", class: c.num ? "num" : null }, c.key ? el("button", { type: "button", onclick: () => sortBy(k) }, c.text) : c.text));
  body = el("tbody");
  more = el("button", { type: "button", class: "more", onclick: () => { state.all = true; list(); } });
  node.append(el("div", { class: "filters", role: "search" }, search, buttons.map(b => b[0]), el("span", { class: "sorter" }, "Sort", sort), counter),
    el("div", { class: "wrap", tabindex: "0", role: "region", "aria-label": "Cases over runs" }, el("table", { class: "table-cards" }, el("caption", {}, "Choose a case to see all its runs. The dashed line is a change point."), el("thead", {}, el("tr", {}, heads)), body)), more);
  list();
}

tools();
moved();
steps();
budgets();
laws();
suites();
caseTable();
platforms();
keys(search, () => { search.value = ""; state.text = ""; list(); }, () => [...body.querySelectorAll(".case")]);
contents();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
