// Opens every report of a folder: see look-at-report.sh.
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const folder = path.resolve(process.argv[2]);
const faults = [];
const others = new Set();
const pause = ms => new Promise(done => setTimeout(done, ms));

// Two cases open at once must not be taken for each other.
async function openTwo(page) {
  const rows = await page.evaluate(() => document.querySelectorAll("#cases .row .open").length);
  for (let i = 0; i < Math.min(2, rows); i++) {
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
  }
}

async function look(browser, file, width, scheme) {
  const page = await browser.newPage();
  const name = path.basename(file, ".html");
  const seen = { requests: 0, errors: [] };
  await page.setBypassCSP(false);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setRequestInterception(true);
  page.on("request", request => {
    if (request.url() === "file://" + file) return request.continue();
    seen.requests++;
    return request.abort();
  });
  page.on("pageerror", error => seen.errors.push(error.message));
  page.on("console", message => { if (message.type() === "error") seen.errors.push(message.text()); });
  page.on("dialog", dialog => { seen.errors.push("a dialog: " + dialog.message()); dialog.dismiss(); });
  await page.goto("file://" + file);
  const ready = Number(await page.evaluate(() => document.documentElement.dataset.ready));
  await page.keyboard.press("/");
  const searching = await page.evaluate(() => document.activeElement.type === "search");
  await page.keyboard.type("zzz-nothing");
  const none = await page.evaluate(() => document.querySelectorAll("#cases tbody tr").length);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  // Sorted by its first number, up and down: the same rows the other way round.
  const sorted = await page.evaluate(() => {
    const names = () => [...document.querySelectorAll("#cases .row .open")].slice(0, 200).map(node => node.textContent);
    const head = [...document.querySelectorAll("#cases thead th button")][0];
    head.click();
    const up = names(), said = head.closest("th").getAttribute("aria-sort");
    head.click();
    const down = names();
    document.querySelectorAll("#cases thead th button")[1].click();
    return said === "ascending" && up.length === down.length && (up.length < 2 || up[0] !== down[0]);
  });
  // Whether each change shown is proven, from the top.
  const proven = await page.evaluate(() => [...document.querySelectorAll("#changes tbody [data-name=verdict] .chip:first-child")].map(node => /regressed|waived|improved/.test(node.textContent)));
  await openTwo(page);
  const open = await page.evaluate(() => document.querySelectorAll("#cases .detail").length);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await pause(400);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const found = await page.evaluate(async source => {
    (0, eval)(source);
    return (await axe.run(document, { resultTypes: ["violations"] })).violations.map(v => v.impact + " " + v.id + " (" + v.nodes.length + "): " + v.nodes[0].html.slice(0, 120));
  }, axe).catch(async () => {
    // A page that lets nothing foreign run does not let axe-core run either; it is let in for this look alone.
    await page.setBypassCSP(true);
    await page.reload();
    await openTwo(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.evaluate(source => { (0, eval)(source); }, axe);
    return page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(v => v.impact + " " + v.id + " (" + v.nodes.length + "): " + v.nodes[0].html.slice(0, 120)));
  });
  found.forEach(text => others.add(text.replace(/ \(\d+\):.*/s, "")));
  const grave = found.filter(text => !text.startsWith("minor"));
  const height = Math.min(6000, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`), clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
  // A long page is cut before its cases.
  const cases = await page.evaluate(() => document.querySelector("#cases").getBoundingClientRect().top + scrollY);
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}-cases.png`), clip: { x: 0, y: cases, width, height: 3000 }, captureBeyondViewport: true });
  if (width > 600 && scheme === "dark") {
    await page.emulateMediaType("print");
    await page.screenshot({ path: path.join(folder, `${name}-print.png`), clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
  }
  await page.close();
  const bad = [...grave, ...seen.errors];
  if (seen.requests) bad.push(seen.requests + " requests");
  if (overflow > 0) bad.push("wider than the screen by " + overflow + " px");
  if (!searching || none || !open) bad.push("keys do not work");
  if (!sorted) bad.push("columns do not sort");
  if (proven.includes(false) && proven.lastIndexOf(true) > proven.indexOf(false)) bad.push("a proven change stands below one that is not");
  const most = /1000/.test(name) ? [10, 3000] : [1.5, 1000];
  if (fs.statSync(file).size / 1e6 > most[0]) bad.push("larger than " + most[0] + " MB");
  if (ready > most[1]) bad.push("ready after more than " + most[1] + " ms");
  bad.forEach(text => faults.push(`${name} ${width} ${scheme}: ${text}`));
  return [name, width, scheme, (fs.statSync(file).size / 1e6).toFixed(2) + " MB", ready + " ms", seen.requests, seen.errors.length, grave.length, found.length];
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const rows = [["report", "width", "theme", "size", "ready", "requests", "errors", "grave", "all axe"]];
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith(".html")).sort()) {
    for (const width of [1280, 390]) for (const scheme of ["light", "dark"]) rows.push(await look(browser, path.join(folder, file), width, scheme));
  }
  await browser.close();
  const wide = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  rows.forEach(row => console.log(row.map((cell, column) => String(cell).padEnd(wide[column])).join("  ")));
  console.log("no request but the file itself, search, sort and keys: tried on each");
  console.log("axe-core, all kinds found: " + ([...others].join(", ") || "none"));
  faults.forEach(fault => console.log("FAULT " + fault));
  process.exit(faults.length ? 1 : 0);
})();
