const data = JSON.parse(document.getElementById("data").textContent);
const cases = data.cases;
const compared = data.compared;
let samplesRead = null;
const samples = () => samplesRead || (samplesRead = JSON.parse(document.getElementById("samples").textContent));
const change = (one, metric = "time") => one.changes.find(c => c.metric === metric);
const fullName = one => one.suite + "/" + one.name;
const opener = i => el("button", { type: "button", class: "link", onclick: () => openCase(i) }, name(fullName(cases[i])));


function budgetRow(i, budget) {
  const one = cases[i];
  return budgetCells([opener(i), one.label && el("div", {}, el("small", {}, [one.category, one.label].filter(Boolean).join(" · ")))], budget);
}
function budgets() {
  const all = cases.flatMap((one, i) => one.budgets.map(budget => [i, budget]));
  const seen = new Set();
  const once = all.filter(([i, budget]) => { const key = fullName(cases[i]) + " " + budget.what; const fresh = !seen.has(key); seen.add(key); return fresh; });
  budgetSection(once, budgetRow);
}

/* What changed: one axis for all. */
function span(list) {
  let most = 0.02;
  for (const c of list.filter(c => c.ratio)) most = Math.max(most, Math.abs(Math.log(c.ratio[0])), Math.min(Math.abs(Math.log(c.ratio[1] || c.ratio[0])), 3), Math.min(Math.abs(Math.log(c.ratio[2] || c.ratio[0])), 3));
  return Math.min(most * 1.06, Math.log(20));
}
function axisOf(reach) {
  const at = ratio => 150 + Math.max(-1, Math.min(1, Math.log(ratio) / reach)) * 145;
  const node = svg("svg", { viewBox: "0 0 300 18", "aria-hidden": "true" }), wide = tick => 4.5 * (tick === 0 ? 1 : percent(tick).length) + 8;
  const taken = [];
  const lows = ticks(Math.expm1(-reach), 0, 2).filter(t => t < 0 && t > -0.999), highs = ticks(0, Math.expm1(reach), 3).filter(t => t > 0);
  for (const tick of [0, ...highs.reverse(), ...lows]) {
    const half = wide(tick), x = Math.max(half - 4, Math.min(304 - half, at(1 + tick)));
    if (taken.some(([from, to]) => x - half < to && x + half > from)) continue;
    taken.push([x - half, x + half]);
    node.append(svg("text", { x, y: 13, "text-anchor": "middle" }, tick === 0 ? "0" : percent(tick)));
  }
  return node;
}
function forest(one, c, reach) {
  const at = ratio => 150 + Math.max(-1, Math.min(1, Math.log(ratio) / reach)) * 145;
  // A base too small for a ratio: only the direction is drawn.
  const ratio = c.ratio || [c.text.startsWith("+") ? Infinity : 0];
  const band = Math.min(c.margin ?? 0, 20), color = hue(signOf(one, c)[3]);
  const node = svg("svg", { viewBox: "0 0 300 24", "aria-hidden": "true" },
    paint(svg("rect", { x: at(1 / (1 + band)), y: 0, width: Math.max(0.5, at(1 + band) - at(1 / (1 + band))), height: 24 }), "band"),
    paint(svg("line", { x1: 150, x2: 150, y1: 0, y2: 24 }), "soft", "stroke"));
  (c.thresholds || []).forEach(t => { if (Math.log1p(t) < reach) { const line = paint(svg("line", { x1: at(1 + t), x2: at(1 + t), y1: 0, y2: 24, "stroke-dasharray": "2 3" }), "bad", "stroke"); line.style.opacity = 0.55; node.append(line); } });
  if (ratio.length > 2) node.append(paint(svg("line", { x1: at(ratio[1]), x2: at(ratio[2]), y1: 12, y2: 12, "stroke-width": 2.5 }), color, "stroke"));
  const beyond = Math.abs(Math.log(ratio[0])) > reach * 1.001;
  node.append(paint(beyond ? svg("path", { d: ratio[0] > 1 ? "M288 5l10 7l-10 7z" : "M12 5l-10 7l10 7z" }) : svg("circle", { cx: at(ratio[0]), cy: 12, r: 4.5 }), color));
  return tips(node, fullName(one) + "\n" + c.metric + " " + c.text + " (" + c.range + ")\ntolerance " + c.tolerance + ", margin " + c.marginText);
}
function signOf(one, c) {
  const codes = { regressed: ["regressed", "waived"], improved: ["improved"], ok: ["ok"], failed: ["failed", "not-run"], inconclusive: ["inconclusive", "failed", "not-run"], incomparable: ["incomparable"], missing: ["missing"], removed: ["removed"], new: ["new"] }[c.finding];
  return codes.map(code => one.signs.find(s => s[0] === code)).find(Boolean) || ["", c.finding, "", "plain"];
}
// What a failure leaves unknown has failed.
const became = (one, c) => c.finding === "inconclusive" ? signOf(one, c)[1] : c.finding;
function changes() {
  if (!compared) return;
  const all = cases.flatMap((one, i) => one.changes.filter(c => c.ratio ? c.ratio[0] > 0 : ["regressed", "improved"].includes(c.finding)).map(c => [i, c]));
  if (!all.length) return;
  const node = section("changes");
  const times = all.filter(([, c]) => c.metric === "time").sort((a, b) => a[1].ratio[0] - b[1].ratio[0]);
  node.append(el("p", {}, "Right of the middle the head is slower or allocates more. The shaded band ends at the margin: a case is ok if its interval does not go beyond it. Dotted lines are the thresholds of warning, critical and alert."));
  if (times.length > LONG) {
    node.append(figure("All " + times.length + " cases by their change", "Each vertical line is a case with its interval. Choose one to open it. The numbers are in the table of cases.",
      chart("Changes of all cases with intervals and the band of the margin", (box, width) => caterpillar(box, width, times)),
      legend([["bad", "regressed"], ["care", "regressed, does not fail"], ["unsure", "inconclusive"], ["good", "improved or ok"]])));
    node.append(el("h3", {}, "What stands out"));
  }
  const rank = ([i, c]) => ["regressed", "improved", "failed", "incomparable", "inconclusive", "ok"].indexOf(c.finding);
  const far = ([i, c]) => c.ratio ? Math.abs(Math.log(c.ratio[0])) : 99;
  const rows = [...all].sort((a, b) => rank(a) - rank(b) || far(b) - far(a));
  const reach = span((times.length ? times : rows).map(r => r[1]));
  const wrap = table("Changes, proven ones first", ["Case", "Metric", { text: "Head against base" }, { text: "Change", num: true }, "Verdict"], [], { class: "table-cards" });
  wrap.querySelectorAll("thead th")[2].append(axisOf(reach));
  growing(node, wrap, rows.map(([i, c]) => () => el("tr", { class: "row" },
    el("th", { scope: "row" }, opener(i)), el("td", { "data-name": "metric" }, c.metric), el("td", { class: "bullet" }, forest(cases[i], c, reach)),
    el("td", { class: "num", "data-name": "change" }, c.text, below(c.text, c.range)),
    el("td", { "data-name": "verdict" }, el("div", {}, chips([signOf(cases[i], c)], c.severity && el("span", { class: "chip" }, c.severity)), c.reasons.length > 0 && el("small", {}, whole(c.reasons[0])), flameGraph(c))))), "changes");
}
/** A link to the flame graph of what grew, if the case was profiled. */
const flameGraph = c => c.explanation && c.explanation.graph && el("a", { class: "link", href: c.explanation.graph }, "flame graph of the difference");
function caterpillar(box, width, times) {
  const y = ratio => Math.log(ratio);
  const clamp = value => Math.max(-3, Math.min(3, value));
  plot(box, width, {
    height: 300, formatX: v => Number.isInteger(v) ? String(v) : "", formatY: v => percent(Math.expm1(v)), labelX: "cases, by their change", sizeY: 70, include: [0, 0.04, -0.04],
    splitsY: (low, high) => ticks(Math.expm1(low), Math.expm1(high), 6).filter(t => t > -0.99).map(Math.log1p),
    above: (u, ctx) => {
      ctx.save();
      times.forEach(([i, c], k) => {
        ctx.fillStyle = css(hue(signOf(cases[i], c)[3]));
        ctx.beginPath();
        ctx.arc(u.valToPos(k, "x", true), u.valToPos(clamp(y(c.ratio[0])), "y", true), (times.length > 300 ? 2 : 3.5) * devicePixelRatio, 0, 7);
        ctx.fill();
      });
      ctx.restore();
    },
    series: [{ label: "change", color: "soft", line: false, role: p => hue(signOf(cases[times[p[0]][0]], times[p[0]][1])[3]),
      points: times.map(([, c], k) => c.ratio.length > 2 ? [k, clamp(y(c.ratio[0])), clamp(y(c.ratio[1])), clamp(y(c.ratio[2]))] : [k, clamp(y(c.ratio[0]))]) }],
    below: (u, ctx) => {
      ctx.save();
      ctx.fillStyle = css("band");
      const step = Math.max(1, u.bbox.width / times.length);
      times.forEach(([, c], k) => {
        const t = Math.min(c.margin ?? 0, 20), from = u.valToPos(y(1 + t), "y", true), to = u.valToPos(-y(1 + t), "y", true);
        const top = Math.max(from, u.bbox.top), bottom = Math.min(to, u.bbox.top + u.bbox.height);
        ctx.fillRect(Math.floor(u.valToPos(k, "x", true) - step / 2), top, Math.ceil(step), bottom - top);
      });
      ctx.restore();
    },
    tip: idx => { const [i, c] = times[idx]; return fullName(cases[i]) + "\n" + c.text + " (" + c.range + ")\n" + c.finding; },
    click: idx => openCase(times[idx][0])
  });
}

/* Laws. */
function lawBar(law) {
  const ends = [law.low, law.high, ...law.measured].filter(Number.isFinite);
  const ratio = law.subject === "ratio" && ends.every(v => v > 0);
  const f = ratio ? Math.log : v => v;
  let low = Math.min(...ends.map(f)), high = Math.max(...ends.map(f));
  const pad = (high - low || Math.abs(high) || 1) * 0.25;
  low -= pad; high += pad;
  const at = v => Math.max(0, Math.min(240, (f(v) - low) / (high - low) * 240));
  const from = law.low === null ? 0 : at(law.low), to = law.high === null ? 240 : at(law.high), color = hue(law.sign[3]);
  const node = svg("svg", { viewBox: "0 0 240 26", "aria-hidden": "true" },
    paint(svg("rect", { x: 0, y: 3, width: 240, height: 20 }), "bad-fill"), paint(svg("rect", { x: from, y: 3, width: Math.max(1, to - from), height: 20 }), "good-fill"));
  [law.low, law.high].filter(v => v !== null).forEach(v => node.append(paint(svg("rect", { x: at(v) - 1, y: 1, width: 2, height: 24 }), "ink")));
  if (law.measured.length) {
    if (law.measured.length > 2) node.append(paint(svg("line", { x1: at(law.measured[1]), x2: at(law.measured[2]), y1: 13, y2: 13, "stroke-width": 3 }), color, "stroke"));
    node.append(paint(svg("circle", { cx: at(law.measured[0]), cy: 13, r: 5 }), color));
  }
  return tips(node, law.name + "\n" + law.text + (law.range ? " (" + law.range + ")" : "") + "\n" + law.requirement);
}
function lawCases(rows) {
  const node = el("div", {}), show = some => node.append(...some.map(i => el("div", {}, opener(i))));
  show(rows.slice(0, rows.length > 3 ? 2 : 3));
  if (rows.length > 3) { const more = el("button", { type: "button", class: "link", onclick: () => { more.remove(); show(rows.slice(2)); } }, "and " + (rows.length - 2) + " more"); node.append(more); }
  return node;
}
function laws() {
  if (!data.laws.length) return;
  const node = section("laws");
  node.append(el("p", {}, "Laws hold on any machine. The light region is allowed."));
  growing(node, table("Laws", ["Law", "Cases", "Measured against required", { text: "Measured", num: true }, { text: "Required", num: true }, "Status"], [], { class: "table-cards" }),
    data.laws.map(law => () => el("tr", { class: "row" },
      el("th", { scope: "row" }, law.name, el("div", {}, el("small", {}, law.subject + " · " + law.rule))),
      el("td", { "data-name": "cases" }, lawCases(law.rows)),
      el("td", { class: "bullet" }, lawBar(law)),
      el("td", { class: "num", "data-name": "measured" }, law.text, below(law.text, law.range)),
      el("td", { class: "num", "data-name": "required" }, law.requirement),
      el("td", { "data-name": "status" }, el("div", {}, chips([law.sign]), law.reason && el("small", {}, whole(law.reason)))))), "laws");
}

/* Scaling and efficiency. */
const xText = v => v >= 1e6 ? digits(v / 1e6) + " M" : v >= 1e4 ? digits(v / 1e3) + " k" : digits(v);
function scaling(one) {
  const line = fit => one.head.map(([x]) => [x, fit.a * x ** fit.b]);
  const series = [];
  if (one.base) series.push({ label: "base", color: "base", line: false, dots: true, points: one.base.map(([x, e]) => [x, ...e]) });
  series.push({ label: "head", color: "head", line: false, dots: true, points: one.head.map(([x, e]) => [x, ...e]) });
  if (one.fit) series.push({ label: "law", color: "head", dash: [6, 4], points: line(one.fit) });
  if (one.baseFit) series.push({ label: "law", color: "base", dash: [6, 4], points: line(one.baseFit) });
  const say = one.fit ? "time grows as " + one.parameter + " to the power " + one.fit.text + (one.fit.range ? " (" + one.fit.range + ")" : "") +
    (one.baseFit ? "; base " + one.baseFit.text : "") + (one.promised ? "; required " + digits(one.promised[0]) + " to " + digits(one.promised[1]) : "") +
    one.fit.warnings.map(text => "; " + text).join("") : "no power law fits";
  return figure(one.benchmark + (one.others ? " {" + one.others + "}" : ""), say,
    chart("Time by " + one.parameter + " on logarithmic axes: " + say, (box, width) => plot(box, width, {
      logX: true, logY: true, series, formatX: xText, formatY: v => seconds(v, 3), labelX: one.parameter,
      tip: (idx, x) => one.parameter + " = " + x + series.filter(s => s.dots).map(s => { const p = s.points.find(q => q[0] === x); return p ? "\n" + s.label + " " + seconds(p[1]) + (p.length > 3 ? " (" + seconds(p[2]) + " … " + seconds(p[3]) + ")" : "") : ""; }).join("") +
        (one.fit ? "\nfitted " + seconds(one.fit.a * x ** one.fit.b) : "") })),
    legend([...(one.base ? [["base", "base", "dot"]] : []), ["head", "head", "dot"], ...(one.fit ? [["head", "fitted law"]] : [])]),
    numbers("Time by " + one.parameter, [one.parameter, ...(one.base ? ["base"] : []), "head", "interval", "fitted"], () => one.head.map(([x, e], k) =>
      [xText(x), ...(one.base ? [one.base[k] ? seconds(one.base[k][1][0]) : "–"] : []), seconds(e[0]), e.length > 2 ? seconds(e[1]) + " … " + seconds(e[2]) : "–", one.fit ? seconds(one.fit.a * x ** one.fit.b) : "–"])));
}
function efficiency(one) {
  const points = one.efficiency.map(([x, e]) => [x, ...e]), least = one.efficiencyAtLeast;
  const ideal = points.map(([x]) => [x, x]);
  const times = v => digits(v, 3) + " ×";
  return figure(one.benchmark + ": efficiency of concurrency", "Throughput relative to 1" + (least ? "; required: at least " + times(least[1]) + " at " + least[0] : "") + ". The dashed line is ideal scaling.",
    chart("Efficiency by " + one.parameter, (box, width) => plot(box, width, {
      logX: true, logY: true, formatX: xText, formatY: times, labelX: one.parameter, include: least ? [least[1]] : [],
      series: [{ label: "ideal scaling", color: "soft", dash: [5, 5], points: ideal }, { label: "head", color: "head", dots: true, points }],
      above: u => { if (least) { const ctx = u.ctx, x = u.valToPos(least[0], "x", true), y = u.valToPos(least[1], "y", true), r = 9 * devicePixelRatio; ctx.save(); ctx.strokeStyle = css("bad"); ctx.lineWidth = 2.5 * devicePixelRatio; ctx.beginPath(); ctx.moveTo(x - r, y); ctx.lineTo(x + r, y); ctx.stroke(); ctx.restore(); } },
      tip: (idx, x) => { const p = points.find(q => q[0] === x); return p ? one.parameter + " = " + x + "\n" + times(p[1]) + (p.length > 3 ? " (" + times(p[2]) + " … " + times(p[3]) + ")" : "") : ""; } })),
    legend([["head", "head", "dot"], ["soft", "ideal scaling"], ...(least ? [["bad", "required"]] : [])]),
    numbers("Efficiency by " + one.parameter, [one.parameter, "throughput", "interval", "of ideal"], () => points.map(p => [xText(p[0]), times(p[1]), p.length > 3 ? times(p[2]) + " … " + times(p[3]) : "–", digits(p[1] / p[0] * 100, 3) + " %"])));
}
function scalings() {
  if (!data.scaling.length) return;
  const node = section("scaling"), cards = el("div", { class: "cards" });
  node.append(el("p", {}, "Time over the value of a parameter, both axes logarithmic. A straight line is a power law; its slope is the exponent."), cards);
  const all = data.scaling.flatMap(one => [() => scaling(one), ...(one.efficiency && one.efficiency.length > 1 ? [() => efficiency(one)] : [])]);
  cards.append(...all.slice(0, 12).map(make => make()));
  if (all.length > 12) { const more = el("button", { type: "button", class: "more", onclick: () => { cards.append(...all.slice(12).map(make => make())); more.remove(); } }, "Show all " + all.length + " charts"); node.append(more); }
}

/* Memory. */
const used = point => point[2] || point[3];
function memoryChart(marked) {
  const { peaks, points } = data.memory, heap = points.some(p => p[2] > 0), time = v => digits(v, 3) + " s";
  const ofCase = of => peaks[of][0] + (compared ? ", " + peaks[of][1] : "");
  const stretches = [];
  for (const [at, of] of points) {
    const last = stretches[stretches.length - 1];
    if (last) last.to = at;
    if (!last || last.of !== of) stretches.push({ of, from: at, to: at });
  }
  const level = p => p[heap ? 2 : 3], top = points.reduce((a, b) => level(b) > level(a) ? b : a);
  const say = "The most was " + bytes(level(top), 3) + (heap ? " of heap" : " resident") + ", in " + ofCase(top[1]) + " after " + time(top[0]) + "." + (peaks.length > 1 ? " The coloured stretches are those of " + ofCase(marked) + "; the others alternate by case." : "");
  return figure("Memory of the measured processes", say,
    chart("Memory over time. " + say, (box, width) => plot(box, width, {
      zero: true, sizeY: 76, formatX: time, formatY: v => bytes(v, 3), splitsY: byteTicks, labelX: "time since the run began to measure",
      series: [{ label: "resident", color: "ink", points: points.map(p => [p[0], p[3]]) }, ...(heap ? [{ label: "heap", color: "head", points: points.filter(p => p[2] > 0).map(p => [p[0], p[2]]) }] : [])],
      below: (u, ctx) => {
        ctx.save();
        stretches.forEach(({ of, from, to }, k) => {
          if (of !== marked && k % 2 === 0) return;
          ctx.fillStyle = css(of === marked ? "care-fill" : "panel");
          const left = Math.max(u.bbox.left, u.valToPos(from, "x", true)), right = Math.min(u.bbox.left + u.bbox.width, u.valToPos(to, "x", true));
          ctx.fillRect(left, u.bbox.top, Math.max(2, right - left), u.bbox.height);
        });
        ctx.restore();
      },
      tip: (idx, x) => { const p = points.find(q => q[0] === x); return p ? ofCase(p[1]) + "\n" + time(p[0]) + (p[2] ? "\nheap " + bytes(p[2]) : "") + "\nresident " + bytes(p[3]) : ""; } })),
    legend([...(heap ? [["head", "heap in use"]] : []), ["ink", "resident: all of the process in main memory"], ["care-fill", "the marked case", "dot"]]));
}
function memory() {
  if (!data.memory) return;
  const node = section("memory"), { peaks, points, interval } = data.memory;
  const order = peaks.map((_, of) => of).sort((a, b) => used(peaks[b]) - used(peaks[a]) || a - b);
  node.append(el("p", {}, "Read from outside every " + seconds(interval) + ", so a shorter peak may be missed. It is evidence beside the times; no verdict rests on it. The heap of a fork is touched before it measures, so what is resident hardly depends on the benchmark."));
  let figure = points.length && node.appendChild(memoryChart(order[0]));
  const marks = new Map();
  const mark = of => { const next = memoryChart(of); figure.replaceWith(next); figure = next; marks.forEach((button, one) => button.setAttribute("aria-pressed", String(one === of))); };
  const button = of => { const one = el("button", { type: "button", class: "link", "aria-pressed": String(of === order[0]), onclick: () => mark(of) }, name(peaks[of][0])); marks.set(of, one); return one; };
  growing(node, table("Peak memory of each case, the largest first. Choose a case to mark it in the chart.", ["Case", ...(compared ? ["Side"] : []), { text: "Heap", num: true }, { text: "Resident", num: true }], [], { class: "table-cards" }),
    order.map(of => () => el("tr", { class: "row" }, el("th", { scope: "row" }, points.length ? button(of) : name(peaks[of][0])), compared && el("td", { "data-name": "side" }, peaks[of][1]),
      el("td", { class: "num", "data-name": "heap" }, peaks[of][2] ? bytes(peaks[of][2], 3) : "–"), el("td", { class: "num", "data-name": "resident" }, bytes(peaks[of][3], 3)))), "cases");
}

/* One case. */
/** Silverman 1986, section 3.4.2, without his quartiles: forks are few. */
function bandwidth(logs) {
  const n = logs.length, mean = logs.reduce((a, b) => a + b, 0) / n;
  return 0.9 * Math.sqrt(logs.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, n - 1)) * n ** -0.2;
}
function kde(logs, low, high, count) {
  const n = logs.length, h = Math.max(bandwidth(logs), (high - low) / 80);
  return Array.from({ length: count }, (_, k) => { const x = low + (high - low) * k / (count - 1); return [x, logs.reduce((a, v) => a + Math.exp(-0.5 * ((x - v) / h) ** 2), 0) / (n * h)]; });
}
const scaleOf = (key, value) => key === "mean" ? value < 0.9995e-6 ? 1e-9 : value < 0.9995e-3 ? 1e-6 : value < 0.9995 ? 1e-3 : 1 : value < 1024 ? 1 : value < 1024 ** 2 ? 1024 : 1024 ** 2;
function strips(sides, key, format, estimates) {
  return (box, width) => {
    const rows = sides.map(([side, forks]) => [side, forks.map((f, k) => [f[key], f.fork]).filter(p => Number.isFinite(p[0]))]).filter(r => r[1].length);
    const all = rows.flatMap(r => r[1].map(p => p[0])), log = key === "mean" && all.every(v => v > 0), f = log ? Math.log : v => v;
    const ends = all.concat(...rows.map(([name]) => estimates[name] || []));
    let low = Math.min(...ends.map(f)), high = Math.max(...ends.map(f));
    const same = high === low, widest = Math.max(0, ...rows.map(r => bandwidth(r[1].map(p => f(p[0])))));
    const pad = Math.max((high - low) * 0.06, Math.min(widest * 2.5, (high - low) * 0.5)) || Math.abs(high) * 0.02 || 1; low -= pad; high += pad;
    const left = 46, right = 14, tall = 84, at = v => left + (f(v) - low) / (high - low) * (width - left - right), height = rows.length * tall + 26;
    const node = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    rows.forEach(([name, points], r) => {
      const bottom = r * tall + 54, color = name === "base" ? "base" : "head", estimate = estimates[name];
      node.append(svg("text", { x: 0, y: bottom - 8, class: "strong" }, name));
      if (points.length > 2) {
        const curve = kde(points.map(p => f(p[0])), low, high, 120), top = Math.max(...curve.map(p => p[1]));
        const x = v => left + (v - low) / (high - low) * (width - left - right);
        const area = paint(svg("path", { d: "M" + left + " " + bottom + curve.map(([v, d]) => "L" + x(v).toFixed(1) + " " + (bottom - d / top * 44).toFixed(1)).join("") + "L" + (width - right) + " " + bottom + "Z" }), color);
        area.style.opacity = 0.2;
        node.append(area);
      }
      node.append(paint(svg("line", { x1: left, x2: width - right, y1: bottom, y2: bottom }), "line", "stroke"));
      points.forEach(([v, fork], k) => { const dot = paint(svg("circle", { cx: at(v), cy: bottom - 8 - (k % 3) * 9, r: 4.5 }), color); dot.style.opacity = 0.75; node.append(tips(dot, name + ", fork " + fork + "\n" + format(v))); });
      if (estimate) {
        if (estimate.length > 2) node.append(paint(svg("rect", { x: at(estimate[1]), y: bottom + 8, width: Math.max(1.5, at(estimate[2]) - at(estimate[1])), height: 5 }), color));
        node.append(paint(svg("rect", { x: at(estimate[0]) - 1.5, y: bottom + 4, width: 3, height: 13 }), "ink"));
      }
    });
    const back = v => log ? Math.exp(v) : v, unit = scaleOf(key, back(high));
    const marks = same ? [all[0]] : ticks(back(low) / unit, back(high) / unit, Math.max(2, Math.floor(width / 130))).map(t => t * unit).filter(v => v >= back(low) && v <= back(high));
    const finest = marks.length > 1 ? Math.ceil(Math.log10(marks[marks.length - 1] / (marks[1] - marks[0]))) + 1 : 4;
    for (const v of marks) {
      node.append(paint(svg("line", { x1: at(v), x2: at(v), y1: height - 24, y2: height - 20 }), "line", "stroke"));
      node.append(svg("text", { x: at(v), y: height - 6, "text-anchor": "middle" }, format(v, Math.max(4, Math.min(9, finest)))));
    }
    box.append(node);
  };
}
function iterations(sides, counted) {
  const forks = sides.flatMap(([name, all]) => all.map(f => ({ name, f }))).filter(({ f }) => f.warmup.length + f.values.length > 1);
  if (!forks.length) return null;
  const timed = forks.every(({ f }) => f.iteration > 0), step = f => (f.step || 1) * (timed ? f.iteration : 1);
  const at = (f, k) => Number(((k + 1) * step(f)).toPrecision(6));
  const series = forks.map(({ name, f }) => ({ label: name + " fork " + f.fork, color: name === "base" ? "base" : "head", alpha: 0.75, width: 1.2, points: [...f.warmup, ...f.values].map((v, k) => [at(f, k), v]).filter(p => p[1] !== null) }));
  if (counted) series.forEach((s, k) => { s.points = s.points.slice(forks[k].f.warmup.length); });
  const values = series.flatMap(s => s.points.map(p => p[1])).filter(v => v > 0), logY = values.length > 0 && Math.max(...values) / Math.min(...values) > 8;
  const first = forks.find(({ f }) => f.warmup.length), start = first ? at(first.f, first.f.warmup.length - 1) + step(first.f) / 2 : null;
  const marks = counted ? [] : forks.filter(({ f }) => f.steadyFrom).map(({ name, f }) => { const k = Math.min(f.warmup.length + f.values.length - 1, Math.floor((f.steadyFrom - 1) / (f.step || 1))); return [at(f, k), [...f.warmup, ...f.values][k], name, f.fork]; });
  const unsteady = forks.filter(({ f }) => !f.steady).length;
  const say = (start && !counted ? "Left of the line is warm-up, which does not count. " : "") + (marks.length ? "A diamond marks where a fork's times became steady. " : "") + (unsteady ? unsteady + " of " + several(forks.length, "fork") + (unsteady === 1 ? " was" : " were") + " not steady when the warm-up ended." : "");
  const text = v => timed ? digits(v, 3) + " s" : digits(v);
  const toggle = start !== null && forks.some(({ f }) => f.values.length > 1) && el("button", { type: "button", "aria-pressed": String(!!counted), onclick: event => {
    const before = event.target.closest("figure"), after = iterations(sides, !counted);
    before.replaceWith(after);
    after.querySelector("button").focus();
  } }, "Without warm-up");
  return figure("Iterations of each fork", say,
    chart("Times of iterations in the order measured, one line per fork.  " + say, (box, width) => plot(box, width, {
      series, logY, formatX: text, formatY: v => seconds(v, 3), labelX: timed ? "time since the fork's first iteration" : "iteration",
      below: (u, ctx) => { if (start === null || counted) return; ctx.save(); ctx.fillStyle = css("panel"); ctx.fillRect(u.bbox.left, u.bbox.top, Math.max(0, u.valToPos(start, "x", true) - u.bbox.left), u.bbox.height); ctx.restore(); },
      above: (u, ctx) => {
        if (start !== null && !counted) upright(u, start, css("soft"), [4, 3]);
        const r = 5 * devicePixelRatio;
        ctx.save();
        marks.forEach(([x, y, name]) => { const px = u.valToPos(x, "x", true), py = u.valToPos(y, "y", true); ctx.fillStyle = css(name === "base" ? "base" : "head"); ctx.strokeStyle = css("paper"); ctx.lineWidth = devicePixelRatio; ctx.beginPath(); ctx.moveTo(px, py - r); ctx.lineTo(px + r, py); ctx.lineTo(px, py + r); ctx.lineTo(px - r, py); ctx.closePath(); ctx.fill(); ctx.stroke(); });
        ctx.restore();
      },
      tip: (idx, x, u) => text(x) + "\n" + series.map((s, k) => [s.label, u.data[k + 1][idx]]).filter(p => p[1] !== null && p[1] !== undefined).slice(0, 12).map(([l, v]) => l + ": " + seconds(v)).join("\n") })),
    legend([...(sides.length > 1 ? [["base", "base"]] : []), ["head", "head"]]), toggle,
    numbers("Iterations", ["iteration", ...series.map(s => s.label)], () => Array.from({ length: Math.max(...forks.map(({ f }) => f.warmup.length + f.values.length)) }, (_, k) =>
      [String(k * (forks[0].f.step || 1) + 1), ...forks.map(({ f }) => { const v = [...f.warmup, ...f.values][k]; return Number.isFinite(v) ? seconds(v) + (k < f.warmup.length ? " w" : "") : ""; })])));
}
function detail(i) {
  const one = cases[i], [forks, past] = samples()[i], node = el("div", { class: "inside" });
  const sides = ["base", "head"].filter(s => forks[s]).map(s => [s, forks[s]]);
  const facts = [["because", one.because], ["owner", one.owner], ["mode", one.mode], ["about", one.about], ["threads", (one.head || one.base) && (one.head || one.base).threads], ["spread", one.spread && "forks differ by " + one.spread]];
  for (const c of one.changes) {
    facts.push([c.metric, [c.text && (below(c.text, c.range) ? c.text + " (" + c.range + ")" : c.text), became(one, c) + (c.severity ? ", " + c.severity : ""), "tolerance " + c.tolerance, "margin " + c.marginText].filter(Boolean).join("; ")],
      ["evidence", c.evidence && "p " + c.evidence], ["detectable", c.detectable && "a change of " + c.detectable + " would be seen"],
      ["inconclusive", c.reasons.length > 0 && became(one, c) === "inconclusive" && c.reasons.join("; ") + (c.forksToDecide ? "; about " + c.forksToDecide + " forks would decide it" : "")], ["why", became(one, c) !== "inconclusive" && c.reasons.join("; ")], ["rule", c.rule], ["waived", c.waiver]);
  }
  node.append(el("h3", {}, fullName(one)), chips(one.signs));
  node.append(el("dl", { class: "facts" }, facts.filter(f => f[1]).map(([k, v]) => el("div", {}, el("dt", {}, k), el("dd", {}, v)))));
  for (const c of one.changes.filter(c => c.explanation)) node.append(el("h4", {}, "What may explain the change of the " + c.metric), el("ul", {}, c.explanation.lines.map(line => el("li", {}, name(line)))), el("p", {}, flameGraph(c)));
  if (one.failed) node.append(el("h4", {}, one.failed.forks + " of " + several(one.failed.of, "fork") + " failed" + (one.failed.cause ? ": " + one.failed.cause : "")),
    el("div", { class: "pre mono" }, [one.failed.message, one.failed.log && "log: " + one.failed.log, ...one.failed.lastLines].filter(Boolean).join("\n")));
  if (one.warnings.length) node.append(el("ul", {}, one.warnings.map(w => el("li", {}, w))));
  for (const [caption, rows] of [["Other results of JMH", one.secondary], ["Garbage collector", one.collector]]) if (rows.length) node.append(table(one.changes.length ? caption + ": shown, not judged" : caption, ["Result", ...(one.changes.length ? ["Base", "Head", "Change", "Interval", "Note"] : ["Measured", "±"])].map((text, k) => k ? { text, num: k < 5 } : text),
    rows.map(cells => el("tr", {}, el("th", { scope: "row" }, name(cells[0])), cells.slice(1).map((text, k) => el("td", { class: k < 4 ? "num" : null }, text))))));
  if (one.budgets.length) node.append(table("Budgets of this case", BUDGET_HEADS.slice(1), one.budgets.map(b => { const row = budgetRow(i, b); row.firstChild.remove(); return row; }), { class: "table-cards" }));
  const figures = el("div", { class: "figures" });
  node.append(figures);
  const estimate = key => Object.fromEntries(["base", "head"].filter(s => one[s] && one[s][key]).map(s => [s, one[s][key].at]));
  const known = sides.filter(([, all]) => all.some(f => Number.isFinite(f.mean)));
  if (known.length) {
    const bars = "A dot is the mean of one fork. The bar below is the interval; its mark is the estimate.";
    figures.append(figure(compared ? "Base against head" : "Forks", bars, chart("Means of forks. " + bars, strips(known, "mean", seconds, estimate("time"))),
      numbers("Forks", ["fork", "mean", "fastest quarter", "start-up", "allocation", "steady"], () => sides.flatMap(([s, all]) => all.map(f =>
        [s + " " + f.fork, f.failed ? "failed: " + f.failed : seconds(f.mean), f.floor !== undefined ? seconds(f.floor) : "–", f.startup ? seconds(f.startup, 3) : "–", f.bytes !== undefined ? bytes(f.bytes) : "–", f.failed ? "–" : f.steady ? "yes" : "no"]))),
      sides.some(([, all]) => all.some(f => f.percentiles)) && numbers("Percentiles of single operations", ["fork", "p50", "p90", "p99", "p99.9"], () => sides.flatMap(([s, all]) => all.filter(f => f.percentiles).map(f => [s + " " + f.fork, ...f.percentiles.map(v => seconds(v))])))));
    const lines = iterations(sides);
    if (lines) figures.append(lines);
  }
  const allocating = sides.filter(([, all]) => all.some(f => Number.isFinite(f.bytes)));
  if (allocating.length) figures.append(figure("Allocation", "Bytes per operation, one dot per fork.", chart("Bytes per operation of each fork", strips(allocating, "bytes", bytes, estimate("allocation"))),
    numbers("Allocation", ["fork", "bytes per operation"], () => allocating.flatMap(([s, all]) => all.filter(f => f.bytes !== undefined).map(f => [s + " " + f.fork, bytes(f.bytes)])))));
  data.scaling.filter(s => s.rows.includes(i)).slice(0, 2).forEach(s => figures.append(scaling(s)));
  if (past && past.points.length > 1) figures.append(historyFigure("History", past, data.runs));
  node.append(el("p", {}, "To repeat this: ", el("code", {}, one.again)));
  return node;
}

/* The table of cases. */
const timeOf = one => one.head && one.head.time ? one.head.time.at[0] : one.base && one.base.time ? one.base.time.at[0] : Infinity;
const allocationOf = one => one.head && one.head.allocation ? one.head.allocation.at[0] : -1;
const changeOf = one => { const c = change(one); return c && c.ratio ? c.ratio[0] : 0; };
const cell = (side, key) => shownCell(side && side[key]);
const changeCell = (one, c) => c && c.text ? [c.text, below(c.text, c.range)] : c ? became(one, c) : "–";
const columns = [
  { text: "Case", key: (a, b) => fullName(a) < fullName(b) ? -1 : 1 },
  { text: "Verdict", key: (a, b) => a.rank - b.rank || Math.abs(Math.log(changeOf(b) || 1)) - Math.abs(Math.log(changeOf(a) || 1)) },
  ...(compared ? [{ text: "Base", num: true, of: one => cell(one.base, "time") }] : []),
  { text: compared ? "Head" : "Time", num: true, key: (a, b) => timeOf(a) - timeOf(b), of: one => cell(one.head, "time") },
  ...(compared ? [{ text: "Change", num: true, key: (a, b) => changeOf(b) - changeOf(a), of: one => changeCell(one, change(one)) }] : []),
  { text: "Allocation", num: true, key: (a, b) => allocationOf(b) - allocationOf(a), of: one => [cell(one.head, "allocation"), compared && change(one, "allocation") && change(one, "allocation").finding !== "ok" && el("small", {}, change(one, "allocation").text || became(one, change(one, "allocation")))] },
  ...(compared ? [] : [{ text: "Spread", num: true, key: (a, b) => parseFloat(b.spread || 0) - parseFloat(a.spread || 0), of: one => one.spread || "–" }]),
  { text: "Forks", num: true, of: one => [one.base && one.base.forks, one.head && one.head.forks].filter(n => n !== undefined && n !== null).join(" / ") || "–" }
];
const MANY = 200;
const state = { text: "", sign: "", column: 1, up: true, all: false };
const rowOf = new Map();
const opened = new Map();
let body, counter, more, search, heads;

function row(i) {
  if (rowOf.has(i)) return rowOf.get(i);
  const one = cases[i];
  const button = el("button", { type: "button", class: "open", "aria-expanded": "false", "data-case": i, onclick: () => toggle(i) }, el("span", {}, el("small", {}, name(one.suite + "/")), name(one.name)));
  const node = el("tr", { class: "row", id: "case-" + i }, el("th", { scope: "row" }, button, one.label && el("div", {}, el("small", {}, one.label))),
    el("td", { "data-name": "verdict" }, el("div", {}, chips(one.signs))),
    columns.slice(2).map(c => el("td", { class: c.num ? "num" : null, "data-name": c.text.toLowerCase() }, el("div", {}, c.of(one)))));
  rowOf.set(i, node);
  return node;
}
function toggle(i, open) {
  const node = row(i), button = node.querySelector(".open"), is = opened.has(i);
  if (open === is) return;
  if (is) { opened.get(i).remove(); opened.delete(i); }
  else {
    const more = el("tr", { class: "detail" }, el("td", { colspan: columns.length }, detail(i)));
    opened.set(i, more);
    node.after(more);
  }
  button.setAttribute("aria-expanded", String(!is));
}
function openCase(i) {
  showTip("");
  if (!shown().includes(i)) { state.text = ""; state.sign = ""; search.value = ""; pressed(); }
  if (shown().indexOf(i) >= MANY) state.all = true;
  list();
  toggle(i, true);
  row(i).scrollIntoView({ block: "start" });
  row(i).querySelector(".open").focus({ preventScroll: true });
}
function shown() {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cases.map((_, i) => i).filter(i => (!state.sign || cases[i].signs.some(s => s[0] === state.sign) || (state.sign === "none" && !cases[i].signs.length)) &&
    words.every(w => (fullName(cases[i]) + " " + (cases[i].label || "") + " " + (cases[i].category || "")).toLowerCase().includes(w)));
  const by = columns[state.column].key;
  return found.sort((a, b) => (state.up ? by(cases[a], cases[b]) : by(cases[b], cases[a])) || a - b);
}
function list() {
  const found = shown(), visible = state.all ? found : found.slice(0, MANY);
  body.replaceChildren(...visible.flatMap(i => opened.has(i) ? [row(i), opened.get(i)] : [row(i)]));
  counter.textContent = found.length === cases.length ? several(cases.length, "case") : found.length + " of " + several(cases.length, "case");
  more.hidden = visible.length === found.length;
  more.textContent = "Show all " + found.length + " cases";
  heads.forEach((head, c) => { if (columns[c].key) head.setAttribute("aria-sort", c === state.column ? (state.up ? "ascending" : "descending") : "none"); });
}
let buttons = [];
const pressed = () => buttons.forEach(([button, code]) => button.setAttribute("aria-pressed", String(state.sign === code)));
function caseTable() {
  const node = section("cases"), count = new Map();
  cases.forEach(one => (one.signs.length ? one.signs : [["none", "not judged", "", ""]]).forEach(s => count.set(s[0], [s, (count.get(s[0]) || [s, 0])[1] + 1])));
  search = el("input", { type: "search", placeholder: "Search cases", "aria-label": "Search cases", oninput: () => { state.text = search.value; list(); } });
  counter = el("span", { class: "count", role: "status" });
  const order = ["bad", "care", "unsure", "help", "good"];
  buttons = [...count.values()].sort((a, b) => (order.indexOf(a[0][3]) + 9) % 9 - (order.indexOf(b[0][3]) + 9) % 9).map(([s, n]) => [el("button", { type: "button", "aria-pressed": "false", onclick: () => { state.sign = state.sign === s[0] ? "" : s[0]; pressed(); list(); } }, el("span", { "aria-hidden": "true" }, s[2]), " " + s[1] + " " + n), s[0]]);
  const sort = el("select", { "aria-label": "Sort by", onchange: () => { state.column = Number(sort.value); state.up = true; list(); } }, columns.map((c, k) => c.key && el("option", { value: k, selected: k === 1 }, c.text)));
  heads = columns.map((c, k) => el("th", { scope: "col", class: c.num ? "num" : null }, c.key ? el("button", { type: "button", onclick: () => { state.up = state.column === k ? !state.up : true; state.column = k; list(); } }, c.text) : c.text));
  body = el("tbody");
  more = el("button", { type: "button", class: "more", onclick: () => { state.all = true; list(); } });
  node.append(el("div", { class: "filters", role: "search" }, search, buttons.map(b => b[0]), el("span", { class: "sorter" }, "Sort", sort), counter),
    el("div", { class: "wrap", tabindex: "0", role: "group", "aria-label": "Cases" }, el("table", { class: "table-cards" }, el("caption", {}, "Choose a case to see its forks, iterations and history."), el("thead", {}, el("tr", {}, heads)), body)), more);
  list();
}

/* The page. */
tools();
budgets();
changes();
laws();
scalings();
memory();
caseTable();
keys(search, () => { search.value = ""; state.text = ""; list(); }, () => [...body.querySelectorAll(".row .open")]);
contents();
if (cases.length === 1) toggle(0, true);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
