import { openReader } from '../../lib/store/reader';
import { lazyReader } from '../../lib/views/lazyReader';

// The first import of the page: the library is opened while the other modules are evaluated.
let opened: ReturnType<typeof openReader> | null = openReader();
opened.catch(() => {}); // whoever reads first hears of it

/** The library, as the popup reads it. */
export const reader = lazyReader(() => {
  const reading = opened ?? openReader();
  opened = null;
  return reading;
});
