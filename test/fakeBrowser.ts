// What `wxt/browser` is in tests outside an extension: storage, messages and tabs that really work, in memory.
export { fakeBrowser as browser } from 'wxt/testing/fake-browser';
