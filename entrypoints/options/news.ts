import { parseMarkdown } from '../../lib/markdown/parse';

/** The newest section of CHANGELOG.md, put in when the extension is built. */
declare const __NEWS__: string;

/** What this version brings, as it reads. Apart from the page: most visits do without. */
export const NEWS = parseMarkdown(__NEWS__);
