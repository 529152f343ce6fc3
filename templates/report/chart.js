"use strict";

/* Elements. Text only ever becomes text nodes. */
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.setAttribute("class", value);
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat(3)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
/** A name that may break after what parts it. */
const name = text => text.split(/(?<=[\/{,._])/).flatMap((part, i) => i ? [document.createElement("wbr"), part] : [part]);
const paint = (node, color, property = "fill") => { node.style[property] = "var(--" + color + ")"; return node; };
const hue = role => ({ good: "good", care: "care", bad: "bad", unsure: "unsure" })[role] || "soft";
const css = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

/* Numbers, for axes and forks; what verdicts rest on comes as text. */
function digits(value, most = 4) {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(most));
  return Math.abs(rounded) >= 10 ** most ? String(Math.round(rounded)) : String(rounded);
}
function seconds(value, most = 4) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return "–";
  if (size === 0) return "0 s";
  if (size < 0.9995e-6) return digits(value * 1e9, most) + " ns";
  if (size < 0.9995e-3) return digits(value * 1e6, most) + " µs";
  if (size < 0.9995) return digits(value * 1e3, most) + " ms";
  return digits(value, most) + " s";
}
function bytes(value, most = 4) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return "–";
  if (size < 1024) return digits(value, most) + " B";
  if (size < 1024 ** 2) return digits(value / 1024, most) + " KiB";
  if (size < 1024 ** 3) return digits(value / 1024 ** 2, most) + " MiB";
  return digits(value / 1024 ** 3, most) + " GiB";
}
const percent = (share, sign = true) => (sign && share > 0 ? "+" : "") + digits(share * 100, 3) + " %";

/* Tables. */
function table(caption, heads, rows, attributes) {
  return el("div", { class: "wrap", tabindex: "0", role: "group", "aria-label": caption },
    el("table", attributes,
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, heads.map(head => el("th", { scope: "col", class: head.num ? "num" : null }, head.text || head)))),
      el("tbody", {}, rows)));
}
function numbers(caption, heads, rows) {
  const details = el("details", {}, el("summary", {}, "Numbers"));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(table(caption, heads.map((text, i) => ({ text, num: i > 0 })),
        rows().map(row => el("tr", {}, row.map((cell, i) => i ? el("td", { class: "num" }, cell) : el("th", { scope: "row" }, cell))))));
    }
  });
  return details;
}
const chip = ([, word, symbol, role]) => el("span", { class: "chip " + role }, el("span", { "aria-hidden": "true" }, symbol), word);
const chips = (signs, ...more) => el("div", { class: "chips" }, signs.length ? signs.map(chip) : el("span", { class: "chip" }, "not judged"), more);
/** A sentence in which no number is parted from its unit. */
const whole = text => text && text.replace(/(\d) (%|[nµm]?s|[KMG]i?B|B)(?![\w])/g, "$1\u00a0$2");
/** What stands below a number: its range, where that says more than the number does. */
const below = (text, range) => range && range !== text && range !== text + " … " + text && el("small", {}, range);

/* The pointer's tip. */
const tip = document.getElementById("tip");
function showTip(text, x, y) {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(x + 14, innerWidth - box.width - 8)) + "px";
  tip.style.top = Math.max(4, Math.min(y + 14, innerHeight - box.height - 8)) + "px";
}
function tips(node, text) {
  node.addEventListener("pointermove", event => showTip(text, event.clientX, event.clientY));
  node.addEventListener("pointerleave", () => showTip(""));
  node.append(svg("title", {}, text));
  return node;
}

/* Charts drawn when they come into sight, again when the theme or the width changes. */
const pending = new Map();
const drawn = new Set();
const sight = new IntersectionObserver(entries => entries.forEach(entry => { if (entry.isIntersecting) drawNow(entry.target); }),
  { rootMargin: "300px" });
function drawNow(node) {
  const draw = pending.get(node);
  if (!draw) return;
  pending.delete(node);
  sight.unobserve(node);
  const item = { node, draw, width: node.clientWidth };
  drawn.add(item);
  draw(node, Math.max(260, item.width));
}
function chart(label, draw) {
  const node = el("div", { class: "chart", role: "img", "aria-label": label });
  pending.set(node, draw);
  sight.observe(node);
  return node;
}
function redraw(force) {
  for (const item of drawn) {
    if (!item.node.isConnected || (!force && item.node.clientWidth === item.width) || !item.node.clientWidth) continue;
    item.width = item.node.clientWidth;
    item.node.replaceChildren();
    item.draw(item.node, Math.max(260, item.width));
  }
}
let resizing = 0;
addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(() => redraw(false), 150); });
addEventListener("beforeprint", () => [...pending.keys()].forEach(drawNow));

/* Scales. */
function ticks(low, high, count) {
  const span = high - low || Math.abs(high) || 1;
  const raw = span / count, power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= raw);
  const found = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) found.push(Math.abs(tick) < step * 1e-9 ? 0 : tick);
  return found;
}
/** Round numbers of the largest unit: 0.5 GiB, not 500 MB. */
const byteTicks = (low, high) => {
  const unit = 1024 ** Math.max(0, Math.floor(Math.log2(Math.max(high, 1)) / 10));
  return ticks(low / unit, high / unit, 5).map(tick => tick * unit);
};
const logTicks = (scale, low, high) => {
  const all = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
    for (const factor of high / low > 300 ? [1] : high / low > 20 ? [1, 3] : [1, 1.5, 2, 3, 5, 7]) all.push(factor * 10 ** decade);
  }
  const inside = all.filter(tick => tick >= low * 0.999 && tick <= high * 1.001);
  return inside.length >= 2 ? inside : [low, high];
};

/** A chart by uPlot: `series` of {label, color, points: [[x, y, low, high]], line, dots, dash}; hooks draw below. */
function plot(node, width, options) {
  const xs = [...new Set(options.series.flatMap(s => s.points.map(p => p[0])))].sort((a, b) => a - b);
  const place = new Map(xs.map((x, i) => [x, i]));
  const data = [xs, ...options.series.map(s => {
    const column = new Array(xs.length).fill(null);
    s.points.forEach(p => { if (!options.logY || p[1] > 0) column[place.get(p[0])] = p[1]; });
    return column;
  })];
  const values = options.series.flatMap(s => s.points.flatMap(p => p.slice(1))).concat(options.include || []).filter(v => Number.isFinite(v) && (!options.logY || v > 0));
  let low = Math.min(...values), high = Math.max(...values);
  if (options.logY) { const pad = Math.max(1.08, (high / low) ** 0.06); low /= pad; high *= pad; }
  else { const pad = (high - low || Math.abs(high) || 1) * 0.08; low = options.zero ? Math.min(0, low) : low - pad; high += pad; }
  const axis = (format, label, size) => ({
    stroke: css("soft"), grid: { stroke: css("grid"), width: 1 }, ticks: { stroke: css("grid"), width: 1 }, font: "12px system-ui, DejaVu Sans, sans-serif",
    filter: (u, splits) => splits, values: (u, all) => all.map(v => v === null ? "" : format(v)), label, labelFont: "12px system-ui, DejaVu Sans, sans-serif", labelSize: 18, size });
  const x = axis(options.formatX, options.labelX, 34), y = axis(options.formatY, undefined, options.sizeY || 64);
  if (options.spaceX) x.space = options.spaceX;
  if (options.logX) x.splits = () => { const room = Math.floor(width / 70); return xs.length <= room ? xs : xs.filter((_, i) => i % Math.ceil(xs.length / room) === 0); };
  if (options.splitsY) y.splits = () => options.splitsY(low, high);
  else if (options.logY) y.splits = () => logTicks("y", low, high);
  const padX = options.logX ? Math.max(1.06, (xs[xs.length - 1] / xs[0]) ** 0.05) : 1;
  const span = (xs[xs.length - 1] - xs[0]) * 0.02 || 1;
  const chart = new uPlot({
    width, height: options.height || 240, legend: { show: false }, cursor: { drag: { x: true, y: false }, points: { size: 8 }, focus: { prox: 24 } }, focus: { alpha: 0.35 },
    scales: {
      x: { time: false, distr: options.logX ? 3 : 1, range: (u, min, max) => min === xs[0] && max === xs[xs.length - 1]
        ? options.logX ? [xs[0] / padX, xs[xs.length - 1] * padX] : [xs[0] - span, xs[xs.length - 1] + span] : [min, max] },
      y: { distr: options.logY ? 3 : 1, range: [low, high] } },
    axes: [x, y],
    series: [{}, ...options.series.map(s => ({
      label: s.label, stroke: css(s.color), width: s.line === false ? 0 : s.width || 1.5, dash: s.dash, spanGaps: true, alpha: s.alpha,
      paths: s.line === false ? () => null : undefined,
      points: { show: !!s.dots, size: 7, fill: css(s.color), stroke: css(s.color) } }))],
    hooks: {
      drawClear: [u => options.below && options.below(u, u.ctx)],
      draw: [u => {
        options.series.forEach(s => s.points.forEach(p => { if (p.length > 3) whisker(u, p[0], p[2], p[3], css(s.role ? s.role(p) : s.color), options.faint ? 0.2 : 1); }));
        if (options.above) options.above(u, u.ctx);
      }],
      setCursor: [u => {
        const { left, top, idx } = u.cursor;
        if (idx === null || idx === undefined || left < 0) return showTip("");
        const box = u.over.getBoundingClientRect();
        showTip(options.tip(idx, xs[idx], u), box.left + left, box.top + top);
      }] }
  }, data, node);
  chart.over.addEventListener("pointerleave", () => showTip(""));
  if (options.click) chart.over.addEventListener("click", () => { if (chart.cursor.idx !== null) options.click(chart.cursor.idx); });
  return chart;
}
function whisker(u, x, low, high, color, alpha) {
  const at = u.valToPos(x, "x", true), from = u.valToPos(low, "y", true), to = u.valToPos(high, "y", true);
  if (![at, from, to].every(Number.isFinite)) return;
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  u.ctx.clip();
  u.ctx.beginPath();
  u.ctx.globalAlpha = alpha;
  u.ctx.strokeStyle = color;
  u.ctx.setLineDash([]);
  u.ctx.lineWidth = 1.5 * devicePixelRatio;
  u.ctx.moveTo(at, from);
  u.ctx.lineTo(at, to);
  u.ctx.stroke();
  u.ctx.restore();
}
function upright(u, x, color, dash) {
  const at = u.valToPos(x, "x", true);
  u.ctx.save();
  u.ctx.strokeStyle = color;
  u.ctx.lineWidth = 1.5 * devicePixelRatio;
  u.ctx.setLineDash((dash || []).map(d => d * devicePixelRatio));
  u.ctx.beginPath();
  u.ctx.moveTo(at, u.bbox.top);
  u.ctx.lineTo(at, u.bbox.top + u.bbox.height);
  u.ctx.stroke();
  u.ctx.restore();
}
function figure(caption, say, chartNode, ...rest) {
  return el("figure", {}, el("figcaption", {}, caption), say && el("p", { class: "say" }, say), chartNode, rest);
}
const legend = items => el("p", { class: "legend" }, items.map(([color, text, kind]) => {
  const key = el("i", { class: kind || "" });
  if (kind === "ring") key.style.borderColor = "var(--" + color + ")"; else key.style.background = "var(--" + color + ")";
  return el("span", {}, key, text);
}));
