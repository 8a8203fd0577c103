// The same from a page that both extensions run on.
document.addEventListener('other:say', ({ detail: { id, message } }) => {
  chrome.runtime.sendMessage(id, message).then(
    (answer) => document.dispatchEvent(new CustomEvent('other:said', { detail: { answer } })),
    (error) =>
      document.dispatchEvent(new CustomEvent('other:said', { detail: { refused: String(error) } })),
  );
});
