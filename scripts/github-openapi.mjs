// Reduces GitHub's OpenAPI description to the calls that publishing makes.
// Usage: npm pack @octokit/openapi && tar xzf octokit-openapi-*.tgz
//        node scripts/github-openapi.mjs package/generated/api.github.com.deref.json > engine/src/test/resources/github/openapi.json
import { readFileSync } from 'node:fs';

const calls = {
  '/user': ['get'],
  '/users/{username}': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['get', 'patch'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
};
const dropped = new Set(['description', 'example', 'examples', 'externalDocs', 'x-github', 'title']);
const bare = (value, inProperties = false) =>
  Array.isArray(value)
    ? value.map((one) => bare(one))
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => inProperties || !dropped.has(key))
            .map(([key, one]) => [key, bare(one, key === 'properties' && !inProperties)]),
        )
      : value;
const whole = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const paths = {};
for (const [path, methods] of Object.entries(calls)) {
  paths[path] = {};
  for (const method of methods) {
    const call = whole.paths[path][method];
    paths[path][method] = bare({
      parameters: call.parameters ?? [],
      ...(call.requestBody ? { requestBody: call.requestBody } : {}),
      responses: Object.keys(call.responses),
    });
  }
}
process.stdout.write(JSON.stringify({ openapi: whole.openapi, version: whole.info.version, paths }, null, 1) + '\n');
