import { openReader } from '../../lib/store/reader';

/** The library, as the page reads it. The first import of the page: it is opened while the other modules are evaluated. */
export const opened = openReader();
