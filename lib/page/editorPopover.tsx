import { render } from 'preact';
import annotationCss from '../../components/annotation/annotation.css?inline';
import { CardEditor, type CardEditorProps } from '../../components/card/CardEditor';
import editorCss from '../../components/card/editor.css?inline';
import { createHostMaker, type Host } from './host';
import { layerIn, showLayer } from './layers';
import { keepListening } from './listening';
import { type Box, placeBeside } from './placing';
import { hearIn } from './typing';

export type EditorProps = Omit<CardEditorProps, 'onClose'>;

/** Where an editor belongs; asked again when the page moves. */
export interface Place {
  /** The button that opened it; null while its card is gone. */
  button(): HTMLElement | null;
  /** What it must not lie over, if that is possible. */
  free(): Box[];
}

/** The editor, above the page in its top layer: one at a time. */
export interface EditorPopover {
  /**
   * Opens the editor, or shows it again if it is open.
   * @param closed called once, when it has closed
   */
  edit(props: EditorProps, place: Place, closed: () => void): void;
  close(): void;
}

interface Opened extends Place {
  host: Host;
  popover: HTMLElement;
  closed: () => void;
}

/** See `EditorPopover`. Each opening has an element of its own: what a page does to one is over when it closes. */
export function createEditorPopover(document: Document, signal: AbortSignal): EditorPopover {
  const makeHost = createHostMaker(document, 'overlay', annotationCss + editorCss);
  let open: Opened | null = null;
  const growth = new ResizeObserver(place);
  const removal = new MutationObserver((records) => {
    // Put back elsewhere, it is in no top layer any more.
    const isRemoval = records.some(({ removedNodes }) => removedNodes.length > 0);
    if (isRemoval && !open?.popover.checkVisibility()) close();
  });

  function show(): Pick<Opened, 'host' | 'popover'> {
    const host = makeHost();
    Object.assign(host.element, hearIn(host.root));
    const popover = layerIn(host, document, 'editor');
    showLayer(popover, host, document); // before its fields are there: they take the focus at once
    removal.observe(document, { childList: true, subtree: true });
    return { host, popover };
  }

  /** What is in the editor grows with what is typed and learned; the editor itself does not, once it is as high as it may be. */
  function followGrowth({ popover }: Opened): void {
    for (const part of popover.firstElementChild?.children ?? []) growth.observe(part);
  }

  function place(): void {
    const button = open?.button();
    if (open && button) {
      const anchor = button.getBoundingClientRect();
      placeBeside(open.popover, anchor, document.documentElement, open.free());
    }
  }

  function close(): void {
    if (!open) return;
    const { host, popover, button, closed } = open;
    const hadFocus = host.root.activeElement;
    if (hadFocus instanceof HTMLElement) hadFocus.blur(); // the note tells what it has
    open = null;
    growth.disconnect();
    removal.disconnect();
    render(null, popover);
    host.element.remove();
    if (hadFocus) button()?.focus();
    closed();
  }

  function onPointerDown(event: Event): void {
    if (!event.isTrusted) return; // the page's script made it up
    const path = event.composedPath();
    const card = open?.button()?.getRootNode();
    const own = card instanceof ShadowRoot ? card.host : null;
    if (!(open && path.includes(open.host.element)) && !(own && path.includes(own))) close();
  }

  function listen(): void {
    document.addEventListener('pointerdown', onPointerDown, { capture: true, signal });
    document.addEventListener('scroll', place, { capture: true, passive: true, signal });
    window.addEventListener('resize', place, { signal });
  }
  keepListening(document, listen, signal);
  signal.addEventListener('abort', close);

  return {
    edit(props, where, closed) {
      const first = open === null;
      open = { ...(open ?? show()), ...where, closed };
      render(<CardEditor {...props} onClose={close} />, open.popover);
      if (!first) return;
      followGrowth(open);
      place();
    },
    close,
  };
}
