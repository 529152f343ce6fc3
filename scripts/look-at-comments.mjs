// Renders Markdown files as GitHub does, and counts the mentions and references that GitHub would find: see look-at-comments.sh.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

// The packages are where NODE_PATH says, which an import does not ask.
const find = createRequire(path.join(process.env.NODE_PATH, "x.js"));
const load = async name => import(pathToFileURL(find.resolve(name)));
const { unified } = await load("unified");
const plugins = await Promise.all(["remark-parse", "remark-gfm", "remark-breaks", "remark-rehype", "rehype-raw", "rehype-sanitize", "rehype-stringify"].map(load));
const [parse, gfm, breaks, rehype, raw, sanitize, stringify] = plugins.map(one => one.default);
const [into, ...files] = process.argv.slice(2);

const themes = {
  light: { paper: "#fff", ink: "#1f2328", line: "#d1d9e0", code: "#f6f8fa" },
  dark: { paper: "#0d1117", ink: "#f0f6fc", line: "#3d444d", code: "#151b23" },
};
const page = (name, html, { paper, ink, line, code }) => `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
<style>
body { font: 14px/1.5 "Noto Sans", Helvetica, Arial, sans-serif; background: ${paper}; color: ${ink}; margin: 16px; max-width: 880px; overflow-wrap: break-word }
table { border-collapse: collapse; display: block; max-width: 100%; width: max-content; overflow: auto; margin-bottom: 16px }
th, td { border: 1px solid ${line}; padding: 6px 13px } tr:nth-child(2n) { background: ${code} }
code, pre { font: 85% monospace; background: ${code}; border-radius: 6px } code { padding: .2em .4em } pre { padding: 16px; overflow: auto } pre code { padding: 0; font-size: 100% }
summary { cursor: pointer } a { color: #4493f8 }
</style>
${html}
`;

// GitHub looks for these in text that is neither code nor part of a link.
const mention = /(^|[^\w`])@[a-z0-9][a-z0-9-]*/gi;
const reference = /(^|[^\w&])([\w.-]+\/[\w.-]+|[\w-]+)?#\d+\b|\bgh-\d+\b|\b[0-9a-f]{40}\b/gi;

/** All text a reader sees, with what stands apart kept apart. */
function texts(node, found = []) {
  if (node.type === "text") found.push(node.value);
  else if (!["code", "pre", "tt", "a"].includes(node.tagName)) (node.children || []).forEach(child => texts(child, found));
  return found;
}
function walk(node, visit) {
  visit(node);
  (node.children || []).forEach(child => walk(child, visit));
}

// Only what is written as an address is linked: GitHub's parser does not look again at what character references spell.
function asWritten() {
  this.data().fromMarkdownExtensions.flat().forEach(extension => delete extension.transforms);
}

// Line breaks stay line breaks, raw HTML passes, and then only what GitHub allows is left.
const render = unified().use(parse).use(gfm).use(asWritten).use(breaks).use(rehype, { allowDangerousHtml: true }).use(raw).use(sanitize);
const write = unified().use(stringify);
const wide = Math.max(...files.map(file => path.basename(file, ".md").length));
let live = 0;
for (const file of files) {
  const name = path.basename(file, ".md");
  const tree = await render.run(render.parse(readFileSync(file, "utf8")));
  const open = texts(tree);
  const mentions = open.flatMap(text => text.match(mention) || []);
  const references = open.flatMap(text => text.match(reference) || []);
  live += mentions.length + references.length;
  console.log(`${name.padEnd(wide)} ${String(statSync(file).size).padStart(8)} bytes, mentions ${mentions.length}, references ${references.length}`);
  [...mentions, ...references].forEach(text => console.log("  LIVE " + JSON.stringify(text)));
  // What is folded is to be looked at too.
  walk(tree, node => { if (node.tagName === "details") node.properties.open = true; });
  const html = write.stringify(tree);
  for (const [theme, colors] of Object.entries(themes)) writeFileSync(path.join(into, `${name}-${theme}.html`), page(name, html, colors));
}
process.exitCode = live ? 3 : 0;
