import type { Control, Wanted } from '../harness/controls.ts';
import { type Bidi, call, type Node, nodesOf } from './bidi.ts';

// Firefox's controls, by its accessibility tree. BiDi hands out closed shadow roots, takes them as the place to search in,
// and searches by role and name as a screen reader has them.

/** The controls of one page. A control's number is its place in a list that is kept for the page. */
export interface Controls {
  find(wanted: Wanted): Promise<Control[]>;
  nodeOf(control: Control): Node;
}

interface Located {
  nodes: (Node & { value: { shadowRoot?: Node | null } })[];
}

export function controlsIn(bidi: Bidi, context: string): Controls {
  const known: Node[] = [];

  /** Our own roots where there are some, else the whole page (null): one of our pages. */
  async function roots(): Promise<Node[] | null> {
    const { nodes } = await bidi.send<Located>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: '[data-asterism]' },
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    if (nodes.length === 0) return null;
    return nodes.flatMap(({ value: { shadowRoot } }) => shadowRoot ?? []);
  }

  async function find(wanted: Wanted): Promise<Control[]> {
    const places = wanted.within ? [nodeOf(wanted.within)] : await roots();
    if (places?.length === 0) return [];
    const nodes = await (wanted.role === 'StaticText' ? textsIn : locate)(places, wanted);
    return describe(nodes, wanted);
  }

  async function locate(places: Node[] | null, { role, name }: Wanted): Promise<Node[]> {
    const value = { role, ...(typeof name === 'string' ? { name } : {}) };
    const { nodes } = await bidi.send<Located>('browsingContext.locateNodes', {
      context,
      locator: { type: 'accessibility', value },
      ...(places ? { startNodes: places.map(({ sharedId }) => ({ sharedId })) } : {}),
      serializationOptions: { maxDomDepth: 0 },
    });
    return nodes;
  }

  async function textsIn(places: Node[] | null, { name }: Wanted): Promise<Node[]> {
    if (typeof name !== 'string') throw new Error('In Firefox a text is found by the whole of it.');
    return nodesOf(bidi, context, WITH_TEXT, name, ...(places ?? []));
  }

  /** All in one call: to go and come back takes longer than to read. */
  async function describe(nodes: Node[], { role, name }: Wanted): Promise<Control[]> {
    if (nodes.length === 0) return [];
    const all = nodes.map(({ sharedId }) => ({ sharedId }));
    const code = `(...all) => all.map(${READ})`;
    const reads = await call<(Read | null)[]>(bidi, context, 'drive', code, ...all);
    return all.flatMap((node, at) => {
      const read = reads[at];
      if (!read) return [];
      known.push(node);
      const named = typeof name === 'string' ? { name } : {};
      return { role, ...read, ...named, node: known.length - 1 };
    });
  }

  function nodeOf({ node, role, name }: Control): Node {
    const found = known[node];
    if (found === undefined) throw new Error(`The ${role} "${name}" is on another page.`);
    return found;
  }

  return { find, nodeOf };
}

/** The innermost elements with a text, in some roots or in the whole page. */
const WITH_TEXT = `(text, ...roots) => (roots.length > 0 ? roots : [document]).flatMap((root) =>
  [...root.querySelectorAll('*')].filter((e) =>
    e.innerText?.trim() === text && ![...e.children].some((child) => child.innerText?.trim() === text)))`;

type Read = Pick<Control, 'name' | 'value' | 'description' | 'states'>;

/** What a screen reader says of an element, with Chromium's words for states; null where it is not shown. */
const READ = `(e) => {
  if (!e.checkVisibility({ visibilityProperty: true })) return null;
  const root = e.getRootNode();
  const textsOf = (ids) => (ids ?? '').split(/\\s+/).flatMap((id) => root.getElementById(id)?.textContent ?? []).join(' ');
  const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const name = textsOf(e.getAttribute('aria-labelledby')) || e.ariaLabel || e.labels?.[0]?.textContent || e.alt || e.textContent || e.title;
  const states = {};
  if (e.ariaPressed !== null) states.pressed = e.ariaPressed;
  if (e.ariaExpanded !== null) states.expanded = e.ariaExpanded === 'true';
  if (e.ariaSelected !== null) states.selected = e.ariaSelected === 'true';
  if (e.ariaChecked !== null || 'checked' in e) states.checked = e.ariaChecked ?? String(e.checked);
  if (root.activeElement === e) states.focused = true;
  return {
    name: tidy(name),
    value: e.value ?? '',
    description: tidy(e.ariaDescription ?? textsOf(e.getAttribute('aria-describedby'))),
    states,
  };
}`;
