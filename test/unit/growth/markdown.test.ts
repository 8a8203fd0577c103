import { parseMarkdown } from '../../../lib/markdown/parse';
import { withTask } from '../../../lib/markdown/tasks';
import { testGrowth } from './works';

testGrowth({
  'a note': parseMarkdown,
  'a note of one item': (text) => parseMarkdown(`- [ ] ${text}`),
  'a note of one paragraph': (text) => parseMarkdown(`a ${text.replace(/\s/g, ' ')}`),
  'a note of one line after the other': (text) => parseMarkdown(text.replace(/(.{3})/g, '$1\n')),
  'the box of a task': (text) => withTask(text, 0, true),
});
