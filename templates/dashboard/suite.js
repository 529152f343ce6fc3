const data = JSON.parse(document.getElementById("data").textContent);
const letters = place => (place < 26 ? "" : letters(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + place % 26);
const newest = one => Math.max(...one.series.map(s => s.points[s.points.length - 1][0]));
const largest = one => Math.max(0, ...one.series.flatMap(s => s.steps.map(step => Math.abs(Math.log(step[2] / step[1])))));
const latest = one => Math.max(-1, ...one.series.flatMap(s => s.steps.map(step => step[0])));
const ORDERS = [["as declared", () => 0], ["newest change point", (a, b) => latest(b) - latest(a)], ["largest change point", (a, b) => largest(b) - largest(a)], ["time", (a, b) => a.time.at[0] - b.time.at[0]], ["name", (a, b) => a.name < b.name ? -1 : 1]];
const state = { text: "", order: 0 }, made = new Map();
let body, counter, search;

/** Ratios to an anchor in the order of commits, over all platforms. */
function anchoredFigure(series) {
  const points = series.points.map(([, ratio], i) => [i, ...ratio]), run = i => data.runs[series.points[i][0]], what = i => run(i)[2] || run(i)[0];
  const change = ratio => percent(ratio - 1), dense = points.length > 150;
  const told = [...series.creeps.map(([from, to, text]) => "grew gradually by " + text + " between " + what(from) + " and " + what(to)), ...series.steps.map(([i, text]) => text + " at " + what(i))];
  const say = told.length ? told.join("; ") : "No change beyond the tolerance in " + several(points.length, "run") + ".";
  return figure("Against " + series.anchor + ", on all platforms", say,
    chart("Change against " + series.anchor + " over " + several(points.length, "run") + ". " + say, (box, width) => plot(box, width, {
      series: [{ label: "change", color: "head", dots: !dense, points }], spaceX: 72, faint: dense, include: [1], formatX: v => Number.isInteger(v) && points[v] ? what(v) : "", formatY: v => change(v), sizeY: 76, labelX: "commits, the earliest first",
      above: u => {
        series.steps.forEach(([i]) => upright(u, i - 0.5, css("bad"), [5, 3]));
        series.creeps.forEach(([from, to]) => [from, to].forEach(i => upright(u, i, css("care"), [2, 3])));
      },
      tip: (idx, x) => [what(x), run(x)[1] + " UTC", change(points[x][1]) + " (" + change(points[x][2]) + " … " + change(points[x][3]) + ")", "platform " + letters(series.points[x][2]) + (series.points[x][3] > 1 ? ", chained over " + series.points[x][3] + " ratios" : "")].join("\n") })),
    legend([["head", "change and interval", "dot"], ...(series.steps.length ? [["bad", "change point"]] : []), ...(series.creeps.length ? [["care", "start and end of gradual growth"]] : [])]),
    numbers("Commits, the newest first", ["commit", "started", "change", "interval", "links", "platform"], () => [...points].reverse().map(p => [what(p[0]), run(p[0])[1], change(p[1]), change(p[2]) + " … " + change(p[3]), series.points[p[0]][3], letters(series.points[p[0]][2])])));
}
function block(i) {
  if (made.has(i)) return made.get(i);
  const one = data.cases[i];
  const node = el("section", { class: "block", id: "case-" + i, "aria-labelledby": "case-title-" + i },
    el("h3", { id: "case-title-" + i }, el("a", { class: "case", href: "#case-" + i }, name(one.name))),
    el("p", {}, "newest ", el("strong", {}, one.time.text), one.time.range ? " (" + one.time.range + ")" : "", " · ", one.mode, " · ", data.runs[newest(one)][1], " UTC"),
    el("p", {}, one.forecast),
    one.budgets.length ? table("Budgets of " + one.name + " in the newest run", BUDGET_HEADS, one.budgets.map(budget => budgetCells(el("span", {}, name(one.name)), budget)), { class: "table-cards" }) : null,
    el("div", { class: "figures" }, [...one.series].sort((a, b) => b.points[b.points.length - 1][0] - a.points[a.points.length - 1][0]).map(series =>
      historyFigure(letters(series.on) + ": " + data.platforms[series.on], series, data.runs)),
      one.anchored.map(series => anchoredFigure(series))));
  made.set(i, node);
  return node;
}
function list() {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean), by = ORDERS[state.order][1];
  const found = data.cases.map((_, i) => i).filter(i => words.every(w => data.cases[i].name.toLowerCase().includes(w))).sort((a, b) => by(data.cases[a], data.cases[b]) || a - b);
  body.replaceChildren(...found.map(block));
  counter.textContent = found.length === data.cases.length ? several(found.length, "case") : found.length + " of " + several(data.cases.length, "case");
}
function caseList() {
  search = el("input", { type: "search", placeholder: "Search cases", "aria-label": "Search cases", oninput: () => { state.text = search.value; list(); } });
  counter = el("span", { class: "count", role: "status" });
  const sort = el("select", { "aria-label": "Sort by", onchange: () => { state.order = Number(sort.value); list(); } }, ORDERS.map(([text], k) => el("option", { value: k }, text)));
  body = el("div");
  document.getElementById("cases").append(el("div", { class: "filters", role: "search" }, search, el("label", {}, "Sort ", sort), counter), body);
  list();
}

tools();
caseList();
keys(search, () => { search.value = ""; state.text = ""; list(); }, () => [...body.querySelectorAll(".case")]);
const target = /^#case-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
if (target) { target.scrollIntoView(); target.querySelector(".case").focus({ preventScroll: true }); }
document.documentElement.dataset.ready = String(Math.round(performance.now()));
