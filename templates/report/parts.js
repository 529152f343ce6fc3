/* What the report and the dashboard share. */
const LONG = 25;
const several = (n, one) => n + " " + one + (n === 1 ? "" : "s");
const section = id => { const node = document.getElementById(id); node.hidden = false; return node; };

/** `1.2 µs (1.1 … 1.3 µs)` */
const inWords = shown => shown.text + (shown.range ? " (" + shown.range + ")" : "");
/** An estimate as cells have it: its range stands below it. */
const shownCell = shown => shown ? [shown.text, below(shown.text, shown.range)] : "–";

/* Budgets as bullet bars. */
function bullet(budget) {
  const measured = budget.measured ? budget.measured.at : [];
  const width = 240, high = measured[2] ?? measured[0] ?? 0;
  const end = budget.limit > 0 ? Math.min(Math.max(budget.limit * 1.25, high * 1.1), budget.limit * 3) : Math.max(1, high * 1.1);
  const at = value => Math.max(0, Math.min(width, value / end * width));
  const node = svg("svg", { viewBox: "0 0 240 26", preserveAspectRatio: "none", "aria-hidden": "true" },
    paint(svg("rect", { x: 0, y: 3, width: at(budget.limit * 0.85), height: 20 }), "good-fill"),
    paint(svg("rect", { x: at(budget.limit * 0.85), y: 3, width: at(budget.limit) - at(budget.limit * 0.85), height: 20 }), "care-fill"),
    paint(svg("rect", { x: at(budget.limit), y: 3, width: width - at(budget.limit), height: 20 }), "bad-fill"));
  if (measured.length) {
    const color = hue(budget.sign[3]);
    node.append(paint(svg("rect", { x: 0, y: 9, width: Math.max(1.5, at(measured[0])), height: 8 }), color));
    if (measured.length > 2) node.append(paint(svg("rect", { x: at(measured[1]), y: 12, width: Math.max(1.5, at(measured[2]) - at(measured[1])), height: 2 }), "ink"));
    if (high > end) node.append(paint(svg("path", { d: "M232 7l8 6l-8 6z" }), color));
  }
  node.append(paint(svg("rect", { x: Math.min(238, at(budget.limit)), y: 1, width: 2, height: 24 }), "ink"));
  if (budget.criticalLimit && budget.criticalLimit <= end) node.append(paint(svg("rect", { x: at(budget.criticalLimit) - 1, y: 1, width: 2, height: 24 }), "bad"));
  return tips(node, [budget.what + ": " + (budget.measured ? inWords(budget.measured) : "not measured"),
    "budget " + budget.limitText, budget.criticalText && "critical " + budget.criticalText].filter(Boolean).join("\n"));
}
const BUDGET_HEADS = ["Case", "Metric", "Measured against budget", { text: "Measured", num: true }, { text: "Budget", num: true }, { text: "Headroom", num: true }, "Status"];
const STATUS = ["fail", "unmeasured", "inconclusive", "warning", "pass"];
function growing(node, wrap, makers, what) {
  const body = wrap.querySelector("tbody");
  body.append(...makers.slice(0, LONG).map(make => make()));
  node.append(wrap);
  if (makers.length > LONG) {
    const more = el("button", { type: "button", class: "more", onclick: () => { body.append(...makers.slice(LONG).map(make => make())); more.remove(); } }, "Show all " + makers.length + " " + what);
    node.append(more);
  }
}

/** Budgets by what they belong to: pairs of an owner and a budget; `row` makes a row of both. */
function budgetSection(pairs, row) {
  if (!pairs.length) return;
  pairs.sort((a, b) => STATUS.indexOf(a[1].sign[0]) - STATUS.indexOf(b[1].sign[0]) || (a[1].headroom ?? 1) - (b[1].headroom ?? 1));
  const counts = STATUS.map(s => [pairs.filter(([, b]) => b.sign[0] === s).length, s]).filter(([n]) => n).map(([n, s]) => n + " " + s).join(", ");
  const node = section("budgets");
  node.append(el("p", {}, pairs.length + (pairs.length === 1 ? " budget: " : " budgets: ") + counts + ". The bar is the measured value, the dark line its interval, the vertical line the budget. Above 85 % of the budget the status is a warning."));
  growing(node, table("Budgets, those with the least headroom first", BUDGET_HEADS, [], { class: "table-cards" }), pairs.map(([owner, budget]) => () => row(owner, budget)), "budgets");
}

/** Times over runs with their steps: `points` of run and [estimate, low, high], `steps` of run, before, after and words; `runs` of name and minute. */
function historyFigure(caption, past, runs) {
  const points = past.points.map(([run, time]) => [run, ...time]), shown = past.steps.slice(-3).reverse();
  const nameOf = run => [runs[run][0], runs[run][1].replace("T", " ").slice(0, 16) + " UTC", runs[run][2]].filter(Boolean).join("\n");
  const say = (past.steps.length ? (past.steps.length > 3 ? past.steps.length + " change points; the newest: " : "") + shown.map(([run, , , text]) => text + " at " + runs[run][0]).join("; ")
    : "No change point in " + points.length + (points.length === 1 ? " run." : " runs."));
  const dense = points.length > 150;
  return figure(caption, say,
    chart("Time over " + points.length + " runs. " + say, (box, width) => plot(box, width, {
      series: [{ label: "time", color: "head", dots: !dense, points }], spaceX: 96, faint: dense, formatX: v => Number.isInteger(v) && runs[v] ? runs[v][1].slice(0, 10) : "", formatY: v => seconds(v, 3), labelX: "runs, the earliest first",
      above: u => past.steps.forEach(([run]) => upright(u, run - 0.5, css("bad"), [5, 3])),
      tip: (idx, x) => { const p = points.find(q => q[0] === x); return p ? nameOf(x) + "\n" + seconds(p[1]) + (p.length > 3 ? " (" + seconds(p[2]) + " … " + seconds(p[3]) + ")" : "") : ""; } })),
    legend([["head", dense ? "time and interval" : "time", "dot"], ...(past.steps.length ? [["bad", "change point"]] : [])]),
    numbers("Runs, the newest first", ["run", "started", ...(runs[0].length > 2 ? ["commit"] : []), "time", "interval", "change point"], () => [...points].reverse().map(p => {
      const step = past.steps.find(s => s[0] === p[0]);
      return [runs[p[0]][0], runs[p[0]][1].replace("T", " ").slice(0, 16), ...(runs[0].length > 2 ? [runs[p[0]][2] || "–"] : []), seconds(p[1]), p.length > 3 ? seconds(p[2]) + " … " + seconds(p[3]) : "–", step ? step[3] : ""];
    })));
}
function tools() {
  const themes = ["system", "light", "dark"], button = document.getElementById("theme"), print = document.getElementById("print");
  let theme = 0;
  try { theme = Math.max(0, themes.indexOf(localStorage.getItem("clnrm-bench-theme"))); } catch (e) { theme = 0; }
  const apply = () => {
    if (theme) document.documentElement.dataset.theme = themes[theme]; else delete document.documentElement.dataset.theme;
    button.textContent = "Theme: " + themes[theme];
  };
  button.hidden = false;
  button.addEventListener("click", () => { theme = (theme + 1) % 3; apply(); redraw(true); try { localStorage.setItem("clnrm-bench-theme", themes[theme]); } catch (e) { return; } });
  apply();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw(true));
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
/** `/` seeks, `Esc` clears, `j` and `k` go from one to the next of what `all` gives. */
function keys(search, clear, all) {
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape" && document.activeElement === search) { clear(); return; }
    if (typing) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); search.scrollIntoView({ block: "center" }); }
    if (event.key === "j" || event.key === "k") {
      const shown = all(), at = shown.indexOf(document.activeElement), next = shown[at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + (event.key === "j" ? 1 : -1)))];
      if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
    }
  });
}
const contents = () => document.getElementById("contents").append(...[...document.querySelectorAll("main section[id]:not([hidden])")].map(node => el("a", { href: "#" + node.id }, node.querySelector("h2").textContent)));
/** A row of a table of budgets, whatever stands first in it. */
function budgetCells(what, budget) {
  return el("tr", { class: "row" },
    el("th", { scope: "row" }, what),
    el("td", { "data-name": "metric" }, budget.what),
    el("td", { class: "bullet" }, bullet(budget)),
    el("td", { class: "num", "data-name": "measured" }, shownCell(budget.measured)),
    el("td", { class: "num", "data-name": "budget" }, budget.limitText, budget.criticalText && el("small", {}, "critical " + budget.criticalText)),
    el("td", { class: "num", "data-name": "headroom" }, budget.headroomText || "–"),
    el("td", { "data-name": "status" }, el("div", {}, chips([budget.sign], budget.critical && el("span", { class: "chip bad" }, "critical")), budget.reason && el("small", {}, whole(budget.reason)))));
}
