// Says what it is told to say, to whom it is told.
globalThis.say = (id, message) =>
  chrome.runtime.sendMessage(id, message).then(
    (answer) => ({ answer }),
    (error) => ({ refused: String(error) }),
  );
globalThis.connect = (id) =>
  new Promise((resolve) => {
    const port = chrome.runtime.connect(id);
    port.onMessage.addListener((answer) => resolve({ answer }));
    port.onDisconnect.addListener(() => resolve({ refused: chrome.runtime.lastError?.message }));
    port.postMessage({ name: 'tags.list', request: {} });
  });
