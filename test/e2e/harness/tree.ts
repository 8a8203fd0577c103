import type { Surface } from './surface.ts';

// The accessibility tree as text: what a screen reader has of a page, a line for each thing, indented by what it is in.

/** A node as Chromium's DevTools have it, as far as it is read here. */
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** What is told of a control beside its name; where it is false nothing is said. */
const STATES = [
  'checked',
  'pressed',
  'expanded',
  'selected',
  'disabled',
  'required',
  'invalid',
  'level',
];

/** What holds other things together and is not told. */
const SILENT = ['none', 'generic', 'InlineTextBox', 'LineBreak', 'RootWebArea'];

/** The whole tree of a page in Chromium, its closed shadow roots too; a time of the run is `<time>`. */
export async function treeOf(surface: Surface): Promise<string> {
  if (!hasDevTools(surface)) throw new Error('Only Chromium hands out its whole tree.');
  const { nodes } = await surface.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  const tree = root ? linesOf(root, byId, 0, '').join('\n') : '';
  return tree.replace(TIME, '<time>').replace(/\b[\d.]+ kB/g, '<size>');
}

/** What is below one line of a tree, and the line. */
export function branchOf(tree: string, top: string): string {
  const lines = tree.split('\n');
  const from = lines.findIndex((line) => line.trim() === top);
  const depth = lines[from]?.search(/\S/) ?? 0;
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line.search(/\S/) <= depth);
  return [lines[from], ...rest.slice(0, end === -1 ? rest.length : end)].join('\n');
}

const TIME = /\b[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}(:\d{2})?\s[AP]M/g;

function linesOf(
  node: Node,
  byId: ReadonlyMap<string, Node>,
  depth: number,
  within: string,
): string[] {
  const line = node.ignored ? null : lineOf(node, within);
  const name = line === null ? within : (node.name?.value ?? '');
  const below = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? linesOf(child, byId, line === null ? depth : depth + 1, name) : [];
  });
  return line === null ? below : ['  '.repeat(depth) + line, ...below];
}

function lineOf(node: Node, within: string): string | null {
  const role = node.role?.value ?? '';
  const name = tidy(node.name?.value);
  if (SILENT.includes(role)) return null;
  // What a control is named by was told with it.
  if (role === 'StaticText') return name === '' || tidy(within).includes(name) ? null : `"${name}"`;
  const states = (node.properties ?? []).flatMap(({ name: state, value }) =>
    STATES.includes(state) && !['false', 'undefined'].includes(String(value.value))
      ? [`${state}${value.value === true || value.value === 'true' ? '' : `=${value.value}`}`]
      : [],
  );
  return [
    role,
    ...(name === '' ? [] : [`"${name}"`]),
    ...(states.length === 0 ? [] : [`[${states.join(' ')}]`]),
    ...(node.value?.value ? [`= ${tidy(String(node.value.value))}`] : []),
    ...(node.description?.value ? [`(${tidy(node.description.value)})`] : []),
  ].join(' ');
}

function tidy(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}

interface DevTools {
  send(method: 'Accessibility.getFullAXTree'): Promise<{ nodes: Node[] }>;
}

function hasDevTools(surface: Surface): surface is Surface & DevTools {
  return 'send' in surface;
}
