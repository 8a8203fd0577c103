import { render } from 'preact';
import annotationCss from '../../components/annotation/annotation.css?inline';
import { CardEditor, type CardEditorProps } from '../../components/card/CardEditor';
import editorCss from '../../components/card/editor.css?inline';
import { createHostMaker } from './host';
import { placeBeside } from './placing';
import { hearIn } from './typing';

/** How long a notice stays, in milliseconds: long enough to read two lines. */
const NOTICE_TIME = 8_000;

export type EditorProps = Omit<CardEditorProps, 'onClose'>;

/** What we show above the page, in its top layer: one editor at a time, and notices. */
export interface Overlay {
  /**
   * Opens the editor, or shows it anew if it is open.
   * @param button the button it belongs to, asked again when the page moves; null while its card is gone
   * @param closed called once, when it has closed
   */
  edit(props: EditorProps, button: () => HTMLElement | null, closed: () => void): void;
  close(): void;
  /** Says something in one sentence. */
  notify(sentence: string): void;
}

export function createOverlay(document: Document, signal: AbortSignal): Overlay {
  const host = createHostMaker(document, 'overlay', annotationCss + editorCss)();
  Object.assign(host.element, hearIn(host.root));
  const popover = layer('editor');
  const notice = layer('notice');
  notice.setAttribute('role', 'alert');
  let open: { button: () => HTMLElement | null; closed: () => void } | null = null;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  let said = '';

  function layer(name: string): HTMLElement {
    const element = document.createElement('div');
    element.className = name;
    element.popover = 'manual';
    host.root.append(element);
    return element;
  }

  function show(element: HTMLElement): void {
    // At the end of the body, outside of what the framework owns; it comes back if the page throws it out.
    if (!host.element.isConnected) document.body.append(host.element);
    if (!host.isDressed()) host.dress();
    element.showPopover();
  }

  function place(): void {
    const button = open?.button();
    if (button) placeBeside(popover, button.getBoundingClientRect(), document.documentElement);
  }

  function close(): void {
    if (!open) return;
    const { button, closed } = open;
    const hadFocus = host.root.activeElement;
    if (hadFocus instanceof HTMLElement) hadFocus.blur(); // a tag that is half typed is added
    open = null;
    popover.hidePopover();
    render(null, popover);
    if (hadFocus) button()?.focus();
    closed();
  }

  function onPointerDown(event: Event): void {
    if (!event.isTrusted) return; // the page's script made it up
    const path = event.composedPath();
    const card = open?.button()?.getRootNode();
    const own = card instanceof ShadowRoot ? card.host : null;
    if (!path.includes(host.element) && !(own && path.includes(own))) close();
  }

  document.addEventListener('pointerdown', onPointerDown, { capture: true, signal });
  document.addEventListener('scroll', place, { capture: true, passive: true, signal });
  window.addEventListener('resize', place, { signal });
  const growth = new ResizeObserver(place); // its fields grow with what is typed
  growth.observe(popover);
  signal.addEventListener('abort', () => {
    growth.disconnect();
    close();
    host.element.remove();
  });

  return {
    edit(props, button, closed) {
      const first = open === null;
      open = { button, closed };
      render(<CardEditor {...props} onClose={close} />, popover);
      if (!first) return;
      show(popover);
      place();
    },
    close,
    notify(sentence) {
      if (said !== sentence || !host.element.isConnected) {
        notice.textContent = '';
        show(notice);
        notice.textContent = sentence; // after it is shown, so that it is announced, and once
        said = sentence;
      }
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => {
        said = '';
        notice.hidePopover();
      }, NOTICE_TIME);
    },
  };
}
