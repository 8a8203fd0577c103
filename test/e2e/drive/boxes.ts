import type { Page } from 'playwright';
import { type Control, findControls } from '../harness/controls.ts';
import type { DevToolsSurface } from '../harness/surface.ts';
import { named } from './names.ts';

/** A rectangle in the viewport, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a control is. */
export async function boxOf(surface: DevToolsSurface, control: Control): Promise<Box> {
  const { model } = await surface.send('DOM.getBoxModel', { backendNodeId: control.node });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { left, top, right, bottom };
}

/** Where the controls on the cards are, in the page's order. */
export async function cardBoxes(surface: DevToolsSurface): Promise<Box[]> {
  const name = new RegExp(`^${named('cardControls', '')}`);
  const groups = await findControls(surface, { role: 'toolbar', name });
  const boxes: Box[] = [];
  for (const group of groups) boxes.push(await boxOf(surface, group));
  return boxes;
}

/** What is seen of the chips on cards that are in sight: less than can be hit. */
export async function chipFaces(surface: DevToolsSurface): Promise<Box[]> {
  const names = (['editTags', 'editNote', 'editStatus'] as const).map((key) => named(key, ''));
  const name = new RegExp(names.map((start) => `^${start}`).join('|'));
  const faces: Box[] = [];
  for (const { node } of await findControls(surface, { role: 'button', name })) {
    const chip = await surface.send('DOM.describeNode', { backendNodeId: node, depth: 1 });
    const face = chip.node.children?.[0]?.backendNodeId;
    if (face === undefined) throw new Error('A chip has no face.');
    const { quads } = await surface.send('DOM.getContentQuads', { backendNodeId: face });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
    faces.push({ left, top, right, bottom });
  }
  return faces;
}

/** The texts of a page that lie under rectangles, by more than a pixel or two: boxes of letters are higher than letters. */
export function coveredTexts(page: Page, boxes: Box[]): Promise<string[]> {
  return page.evaluate((all) => {
    const covered: string[] = [];
    const seen = { visibilityProperty: true, opacityProperty: true };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (!text.nodeValue?.trim() || !text.parentElement?.checkVisibility(seen)) continue;
      range.selectNodeContents(text);
      const isCovered = [...range.getClientRects()].some(({ left, right, top, bottom }) =>
        all.some(
          (box) =>
            left < box.right - 1 &&
            right > box.left + 1 &&
            top < box.bottom - 2 &&
            bottom > box.top + 2,
        ),
      );
      if (isCovered) covered.push(text.nodeValue.trim());
    }
    return covered;
  }, boxes);
}

/** Links of a page that nobody can press any more in the middle of a line, for more than a letter or two. */
export function blockedLinks(page: Page, boxes: Box[]): Promise<string[]> {
  return page.evaluate((all) => {
    const LETTERS = 24;
    const LINE = 40; // a link that is higher is a whole card, with room beside what is on it
    const blocked: string[] = [];
    for (const link of document.querySelectorAll('a[href]')) {
      for (const { left, right, top, bottom } of link.getClientRects()) {
        if (bottom - top > LINE) continue;
        for (const box of all.filter((one) => one.top < bottom && one.bottom > top)) {
          const [from, to] = [Math.max(left, box.left), Math.min(right, box.right)];
          if (to - from <= LETTERS) continue;
          const hit = document.elementFromPoint((from + to) / 2, (top + bottom) / 2);
          if (hit?.matches('[data-asterism]')) blocked.push(link.textContent.trim().slice(0, 60));
        }
      }
    }
    return blocked;
  }, boxes);
}

/** Whether two rectangles have more than an edge in common. */
export function meets(one: Box, other: Box): boolean {
  return (
    one.left < other.right - 0.5 &&
    one.right > other.left + 0.5 &&
    one.top < other.bottom - 0.5 &&
    one.bottom > other.top + 0.5
  );
}

/** What the controls cover of their own cards: every text, and every link or form control but a picture's link. */
export function coveredBy(page: Page, boxes: Box[]): Promise<string[]> {
  return page.evaluate((all) => {
    const covered: string[] = [];
    const meets = (box: Box, part: Element | Range): boolean =>
      [...part.getClientRects()].some(
        ({ left, top, right, bottom }) =>
          left < box.right - 0.5 &&
          right > box.left + 0.5 &&
          top < box.bottom - 0.5 &&
          bottom > box.top + 0.5,
      );
    const cards = [...document.querySelectorAll('article:has(> [data-asterism=card])')];
    for (const [at, card] of cards.entries()) {
      const box = all[at];
      if (box === undefined) throw new Error(`Card ${at} has no control in sight.`);
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        if (text.nodeValue?.trim() && meets(box, range)) covered.push(text.nodeValue);
      }
      for (const part of card.querySelectorAll('a, button, label, input, [role=checkbox]')) {
        const isPicture = part.querySelector('img, video') !== null && !part.textContent.trim();
        if (!isPicture && meets(box, part)) covered.push(part.outerHTML.slice(0, 200));
      }
    }
    return covered;
  }, boxes);
}
