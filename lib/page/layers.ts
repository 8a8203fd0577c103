import type { Host } from './host';

/** An element in the top layer, above all that the page has; it shows nothing yet. */
export function layerIn(host: Host, document: Document, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.popover = 'manual';
  host.root.append(element);
  return element;
}

/** Shows a layer. Its host is at the end of the body, outside of what the framework owns; it comes back if the page throws it out. */
export function showLayer(layer: HTMLElement, host: Host, document: Document): void {
  if (!host.element.isConnected) document.body.append(host.element);
  if (!host.isDressed()) host.dress();
  layer.showPopover();
}
