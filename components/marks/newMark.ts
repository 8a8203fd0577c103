import { text } from '../../lib/text/text';
import { made } from '../card/elements';

/** "New", behind the chips of a control and drawn as they are: the page cannot tell it from them. */
export function newMark(document: Document): HTMLElement {
  return made(document, 'span', {
    class: 'chip-face',
    role: 'img',
    'aria-label': text('newMarkMeaning'),
    title: text('newMarkMeaning'),
    'data-shown': text('newMark'),
  });
}
