// Runs a TypeScript file of this folder. Plain JavaScript, since an older Node has to understand it.
// npm puts node_modules/.bin first, where the package `node` keeps Node 24; this covers the cases where it does not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [script, ...args] = process.argv.slice(2);
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** The Node that runs the script, and what it must be told; null where none can. */
function nodeForTypeScript() {
  if (major > 22 || (major === 22 && minor >= 18)) return [process.execPath];
  for (const path of [own, `${own}.exe`]) if (existsSync(path)) return [path];
  return major === 22 && minor >= 12 ? [process.execPath, '--experimental-strip-types'] : null;
}

const command = nodeForTypeScript();
if (command === null) {
  console.error(
    `Asterism is built with Node 22.12 or newer and this is Node ${process.versions.node}: run "npm rebuild node", which fetches Node 24 for this folder alone, or install a newer Node.`,
  );
  process.exit(1);
}
const [node, ...flags] = command;
const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
const { status } = spawnSync(node, [...flags, path, ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
