// Opens every page of a dashboard: see look-at-report.sh.
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [site, shots] = process.argv.slice(2).map(folder => path.resolve(folder));
const pages = [path.join(site, "index.html"), ...fs.readdirSync(path.join(site, "suites")).map(name => path.join(site, "suites", name))];

async function look(browser, file, width, scheme) {
  const page = await browser.newPage(), bad = [], name = "dashboard-" + path.basename(file, ".html");
  page.on("pageerror", error => bad.push(error.message));
  page.on("console", message => { if (message.type() === "error") bad.push(message.text()); });
  page.on("dialog", dialog => { bad.push("a dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", request => { if (request.url() !== "file://" + file) bad.push("asks for " + request.url()); });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto("file://" + file);
  // From the start of the navigation until the page is drawn and its scripts have run.
  const ready = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd));
  const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href")));
  for (const link of new Set(links.map(href => href.split("#")[0]).filter(Boolean))) {
    if (/^[a-z]+:|^\//.test(link) || !fs.existsSync(path.resolve(path.dirname(file), link))) bad.push("leads to " + link);
  }
  await page.keyboard.press("/");
  await page.keyboard.type("zzz-nothing");
  if (await page.evaluate(() => document.querySelectorAll("#cases .case").length)) bad.push("the search finds what is not there");
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  if (!await page.evaluate(() => document.activeElement.classList.contains("case"))) bad.push("keys do not work");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await new Promise(done => setTimeout(done, 400));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) bad.push("wider than the screen by " + overflow + " px");
  const height = Math.min(6000, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: path.join(shots, `${name}-${width}-${scheme}.png`), clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
  // A page that lets nothing foreign run does not let axe-core run either; it is let in for this look alone.
  await page.setBypassCSP(true);
  await page.reload();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.evaluate(source => { (0, eval)(source); }, axe);
  const found = await page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(v => v.impact + " " + v.id + ": " + v.nodes[0].html.slice(0, 120)));
  bad.push(...found.filter(text => /^(serious|critical)/.test(text)));
  await page.close();
  console.log([name, width, scheme, (fs.statSync(file).size / 1e6).toFixed(2) + " MB", "interactive after " + ready + " ms", bad.length ? bad.map(text => "FAULT " + text).join("; ") : "good", ...found].join("  "));
  return bad.length;
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  let faults = 0;
  for (const file of pages) for (const width of [1280, 390]) for (const scheme of ["light", "dark"]) faults += await look(browser, file, width, scheme);
  await browser.close();
  process.exit(faults ? 1 : 0);
})();
