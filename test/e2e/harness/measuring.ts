import type { Page } from 'playwright';

// What a page can measure of its cards, by every way that we know. Runs in the page, as its own script would.

/** One thing that was measured, by what it is called. */
export type Measured = Record<string, string>;

/**
 * Measures a page's first cards as they are, and again under so many values of each property that can be handed down:
 * the browser says which these are.
 */
export async function measure(page: Page, values: number): Promise<Measured> {
  await page.mouse.move(2, 2); // beside all cards
  await page.evaluate(install);
  return page.evaluate(
    (most) =>
      (globalThis as unknown as { measureAll: (values: number) => Measured }).measureAll(most),
    values,
  );
}

/** Asks the browser for what it tells later: what is seen, what is as large as it is, where the caret goes. */
export async function observe(page: Page): Promise<Measured> {
  await page.mouse.move(2, 2);
  await page.evaluate(install);
  return page.evaluate(() =>
    (globalThis as unknown as { observeAll: () => Promise<Measured> }).observeAll(),
  );
}

/** What was measured otherwise. */
export function differences(one: Measured, other: Measured): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => one[key] !== other[key]);
}

/** Records what the browser tells a page of what it paints and moves; before the page is opened. */
export async function recordEntries(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const entries: string[] = [];
    Object.assign(globalThis, { entries });
    const types = ['paint', 'largest-contentful-paint', 'layout-shift', 'element'];
    for (const type of [...types, 'interaction-contentful-paint']) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { size, value, sources, element, intersectionRect } = entry as unknown as Partial<
            LayoutShiftLike & PaintLike
          >;
          const moved = (sources ?? [])
            .map(({ node, previousRect, currentRect }) =>
              JSON.stringify([node?.nodeName ?? null, previousRect, currentRect]),
            )
            .sort(); // of those that are as large as each other, any may come first
          const what = element?.localName ?? null;
          entries.push(JSON.stringify([type, size, value, moved, what, intersectionRect]));
        }
      }).observe({ type, buffered: true });
    }
    interface LayoutShiftLike {
      value: number;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }
    interface PaintLike {
      size: number;
      element: Element | null;
      intersectionRect: DOMRect;
    }
  });
}

/** What was recorded up to now. */
export async function entriesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { entries } = globalThis as unknown as { entries: string[] }; // put there by recordEntries
    // What is told within one step is told in any order; what says that the next step begins is no list.
    const steps = [
      0,
      ...entries.flatMap((entry, at) => (entry.startsWith('[') ? [] : [at, at + 1])),
    ];
    return steps.flatMap((from, at) => entries.slice(from, steps[at + 1]).sort());
  });
}

/** Gives the page `measureAll` and `observeAll`. */
function install(): void {
  const CARDS = 4;
  const VALUES = (
    '0|1px|97px|-7px|3|0.1|9|50%|250%|none|all|auto|normal|hidden|collapse|visible|rtl|ltr|vertical-rl|vertical-lr|sideways-lr|italic|' +
    'underline|nowrap|pre|pre-wrap|break-all|break-word|anywhere|keep-all|strict|red|transparent|uppercase|full-width|capitalize|100|900|center|end|right|left|start|justify|both|balance|' +
    'inside|small-caps|ultra-condensed|ultra-expanded|ex-height 3|"smcp"|"wght" 900|upright|mixed|sideways|each-line 90px|97px hanging|each-line|paint|stroke|bevel|round|square|' +
    'geometricprecision|optimizespeed|evenodd|5 5|circle|square|"xx"|text|separate|hide|bottom right|digits 4|under|over|over right|under left|filled dot|manual|monospace|fantasy|' +
    'isolate|contain|contents|inert|crosshair|url("/spy-value")|bounding-box|stroke|dark|light|only dark|antialiased|from-font|crispedges|pixelated|linearrgb|90deg|flip|exact|economy|thin|' +
    'none all|trim-both|text text|cap alphabetic|all-scroll|no-limit|standard|constrained|no-autospace|space-all|trim-start|pretty|stable|disc|katakana|lower-greek|2 4|4 9 2|allow-end|last|force-end|"«" "»"|en|dot|antialiased|grayscale|subpixel-antialiased|simplified|fixed|compact|match-parent|zh'
  ).split('|');

  const cards = (): Element[] =>
    [...document.querySelectorAll('article, #articles dt')]
      .filter((card) => card.getBoundingClientRect().height > 0)
      .slice(0, CARDS);
  const nameOf = (node: Node | null): string => {
    if (node === null) return '-';
    if (node instanceof Element && node.hasAttribute('data-asterism')) return 'ours';
    const { parentNode } = node;
    return `${node.nodeName}${parentNode ? [...parentNode.childNodes].indexOf(node as ChildNode) : ''}`;
  };
  const boxOf = ({ x, y, width, height }: DOMRect): string => [x, y, width, height].join(' ');
  const sizesOf = (element: Element): string => {
    const { offsetWidth, offsetHeight, offsetTop, offsetLeft } = element as HTMLElement;
    const { scrollWidth, scrollHeight, scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    return [
      [offsetWidth, offsetHeight, offsetTop, offsetLeft, clientWidth, clientHeight].join(' '),
      [scrollWidth, scrollHeight, scrollTop, scrollLeft].join(' '),
      boxOf(element.getBoundingClientRect()),
      [...element.getClientRects()].map(boxOf).join(),
    ].join('/');
  };

  /** What lies under the points of a card's upper edge, so many pixels from one to the next. */
  function hits(card: Element, apart: number): string {
    const { left, top, ...box } = card.getBoundingClientRect().toJSON();
    const right = Math.min(box.right, left + innerWidth); // a page may make it as large as it likes
    const found: string[] = [];
    for (let y = top - 2; y < top + 45; y += apart / 2) {
      for (let x = left - 2; x < right + 2; x += apart) {
        found.push(nameOf(document.elementFromPoint(x, y)));
      }
    }
    for (let x = left; x < right; x += 40) {
      found.push(
        document
          .elementsFromPoint(x, top + 12)
          .map(nameOf)
          .join(),
      );
      const caret = document.caretPositionFromPoint?.(x, top + 12);
      found.push(`${nameOf(caret?.offsetNode ?? null)} ${caret?.offset}`);
    }
    return found.join();
  }

  function measureOnce(apart = 24): string {
    const all = cards();
    return JSON.stringify([
      all.map((card) => [
        hits(card, apart),
        [card, ...card.querySelectorAll('*')].map(sizesOf),
        rangeOf(card),
      ]),
      [document.documentElement, document.body].map(sizesOf),
    ]);
  }

  function rangeOf(card: Element): string {
    const range = document.createRange();
    range.selectNodeContents(card);
    return [...range.getClientRects(), range.getBoundingClientRect()].map(boxOf).join();
  }

  /** Values under which a child looks otherwise although only its parent was told. */
  function inherited(values: number): [string, string][] {
    const parent = document.createElement('div');
    const child = document.createElement('div');
    parent.append(child);
    document.body.append(parent);
    const found: [string, string][] = [];
    const names = new Set([...getComputedStyle(parent)]);
    for (const more of ['zoom', 'writing-mode', 'direction', 'unicode-bidi', 'font', 'all']) {
      names.add(more);
    }
    for (const name of names) {
      const before = getComputedStyle(child).getPropertyValue(name);
      const seen = new Set([before]);
      for (const value of VALUES) {
        if (!CSS.supports(name, value)) continue;
        parent.style.setProperty(name, value);
        const now = getComputedStyle(child).getPropertyValue(name);
        if (seen.has(now) && name !== 'zoom') continue;
        seen.add(now);
        found.push([name, value]);
        if (seen.size > values) break;
      }
      parent.removeAttribute('style');
    }
    parent.remove();
    return found;
  }

  function measureAll(values: number): Measured {
    const measured: Measured = {};
    const style = document.createElement('style');
    document.head.append(style);
    for (const [name, value] of inherited(values)) {
      const said = `:is(article, dt), [data-asterism] { ${name}: ${value} !important }`;
      style.textContent = said;
      measured[said] = measureOnce();
    }
    const harsh = [
      ':is(article, dt) { width: 150px !important; min-width: 0 !important }',
      ':is(article, dt) { width: 60px !important; min-width: 0 !important; direction: rtl }',
      ':is(article, dt) { height: 3px !important; overflow: auto !important; padding: 0 !important }',
      ':is(article, dt) { width: 3px !important; height: 3px !important; overflow: scroll !important; padding: 0 !important; text-indent: 99px; word-spacing: 99px; letter-spacing: 9px }',
      ':is(article, dt) { display: grid !important; grid: auto / repeat(9, min-content) }',
      ':is(article, dt) { display: inline-block !important; width: min-content !important }',
      ':is(article, dt) { display: table !important; columns: 3 !important }',
      ':is(article, dt) { position: static !important }',
      ':is(article, dt) { transform: scale(3) rotate(30deg) !important }',
      ':is(article, dt) { zoom: 4 !important }',
      ':is(article, dt), [data-asterism] { zoom: 0.2 !important }',
      '[data-asterism] { display: block !important; position: static !important; width: min-content !important; float: left !important; font-size: 50px !important }',
      '[data-asterism], [data-asterism]::before, [data-asterism]::after { display: inline-block !important; content: "x" !important; overflow: scroll !important }',
      '@property --accent-soft { syntax: "<url>"; inherits: false; initial-value: url("https://huggingface.co/spy-property") }',
    ];
    for (const said of harsh) {
      style.textContent = said;
      measured[said] = measureOnce();
    }
    style.remove();
    measured['as it is'] = measureOnce(4);
    return measured;
  }

  async function observeAll(): Promise<Measured> {
    const all = cards();
    const hosts = [...document.querySelectorAll('[data-asterism=card]')].slice(0, CARDS);
    getSelection()?.removeAllRanges();
    const measured: Measured = {
      html: all.map((card) => card.outerHTML).join(),
      text: all.map((card) => (card as HTMLElement).innerText + card.textContent).join(),
      styles: [...all, ...hosts]
        .map((element) => {
          const style = getComputedStyle(element);
          const said = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
          return said.sort().join(';'); // those with names of the page's come in any order
        })
        .join(),
      properties: hosts.map((host) => JSON.stringify([Object.keys(host), host.shadowRoot])).join(),
      serialized: hosts
        .map((host) => host.getHTML?.({ serializableShadowRoots: true }) ?? '')
        .join(),
      matching: hosts
        .map((host) =>
          [':hover', ':focus-within', ':has(*)', ':has(:checked)', ':empty', ':active', ':defined']
            .filter((selector) => host.matches(selector))
            .join(),
        )
        .join(),
      animations: hosts.map((host) => host.getAnimations({ subtree: true }).length).join(),
      'seen, and as large': (await watched([...all, ...hosts])).join(),
      'seen through': (await visible(all)).join(),
      'where the caret goes': caretWalk(all[0]),
    };
    document.execCommand('selectAll');
    measured['selected'] = String(getSelection()).replace(/\s+/g, ' ');
    getSelection()?.removeAllRanges();
    return measured;
  }

  function watched(elements: Element[]): Promise<string[]> {
    return new Promise((resolve) => {
      const told: string[] = [];
      const observer = new IntersectionObserver((entries) => {
        for (const { boundingClientRect, intersectionRect, intersectionRatio } of entries) {
          told.push(`${boxOf(boundingClientRect)} ${boxOf(intersectionRect)} ${intersectionRatio}`);
        }
      });
      const sizes = new ResizeObserver((entries) => {
        for (const { contentRect } of entries) told.push(boxOf(contentRect));
      });
      for (const element of elements) observer.observe(element);
      for (const element of elements) sizes.observe(element);
      setTimeout(() => {
        observer.disconnect();
        sizes.disconnect();
        resolve(told);
      }, 300);
    });
  }

  /** Whether small things beneath the edge of each card are covered, by what is painted or by what could be hit. */
  function visible(all: Element[]): Promise<string[]> {
    const probes = all.flatMap((card) =>
      Array.from({ length: 40 }, (_, at) => {
        const probe = document.createElement('i');
        probe.style.cssText = `position:absolute;top:${8 + (at % 2) * 30}px;right:${8 + at * 10}px;width:6px;height:6px;background:red`;
        card.prepend(probe);
        return probe;
      }),
    );
    return new Promise((resolve) => {
      const seen = new Map<Element, boolean>();
      const options: object = { trackVisibility: true, delay: 100 }; // of its second version
      const observer = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          seen.set(entry.target, (entry as unknown as { isVisible: boolean }).isVisible);
        }
      }, options);
      for (const probe of probes) observer.observe(probe);
      // What is told first may be told before it was drawn; what holds is told later.
      setTimeout(() => {
        observer.disconnect();
        for (const probe of probes) probe.remove();
        resolve(probes.map((probe) => String(seen.get(probe))));
      }, 600);
    });
  }

  /** Where a caret stops on its way through a card, a character or a line at a time. */
  function caretWalk(card: Element | undefined): string {
    const selection = getSelection();
    if (selection === null || card === undefined) return '';
    const stops: string[] = [];
    for (const step of ['character', 'word', 'line', 'lineboundary']) {
      selection.collapse(card, 0);
      for (let count = 0; count < 60; count++) {
        selection.modify('move', 'forward', step);
        stops.push(`${nameOf(selection.focusNode)} ${selection.focusOffset}`);
      }
      selection.selectAllChildren(card);
      selection.modify('extend', 'forward', step);
      stops.push(String(selection).length.toString());
    }
    selection.removeAllRanges();
    return stops.join();
  }

  Object.assign(globalThis, { measureAll, observeAll });
}
