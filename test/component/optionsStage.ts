import { render } from 'preact';
import { onTestFinished } from 'vitest';
import '../../components/tokens.css';
import '../../components/options/options.css';
import '../../components/options/controls.css';

/** Shows something on a page like the options page. */
export function show(content: preact.ComponentChild): HTMLElement {
  const place = document.createElement('main');
  place.className = 'options';
  document.body.append(place);
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  render(content, place);
  return place;
}
