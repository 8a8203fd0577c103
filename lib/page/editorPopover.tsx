import { render } from 'preact';
import annotationCss from '../../components/annotation/annotation.css?inline';
import { CardEditor, type CardEditorProps } from '../../components/card/CardEditor';
import editorCss from '../../components/card/editor.css?inline';
import editorTokens from '../../components/editorTokens.css?inline';
import { createHostMaker } from './host';
import { layerIn, showLayer } from './layers';
import { placeBeside } from './placing';
import { hearIn } from './typing';

export type EditorProps = Omit<CardEditorProps, 'onClose'>;

/** The editor, above the page in its top layer: one at a time. */
export interface EditorPopover {
  /**
   * Opens the editor, or shows it again if it is open.
   * @param button the button it belongs to, asked again when the page moves; null while its card is gone
   * @param closed called once, when it has closed
   */
  edit(props: EditorProps, button: () => HTMLElement | null, closed: () => void): void;
  close(): void;
}

export function createEditorPopover(document: Document, signal: AbortSignal): EditorPopover {
  const host = createHostMaker(document, 'overlay', editorTokens + annotationCss + editorCss)();
  Object.assign(host.element, hearIn(host.root));
  const popover = layerIn(host, document, 'editor');
  let open: { button: () => HTMLElement | null; closed: () => void } | null = null;

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
      if (first) showLayer(popover, host, document); // before its fields are there: they take the focus at once
      render(<CardEditor {...props} onClose={close} />, popover);
      if (first) place();
    },
    close,
  };
}
