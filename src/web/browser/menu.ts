const open = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');

// Menus are plain <details>; this only closes them the way people expect.
document.addEventListener('click', (event) => {
  for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus();
  }
});

// `/` leads to the search, except where somebody writes.
document.addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable) return;
  if (at.matches('input, textarea, select')) return;
  const box = [...document.querySelectorAll<HTMLInputElement>('[data-search]')].find((each) => each.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
});

// Who signs out leaves no copy of a page on the device.
document.addEventListener('submit', (event) => {
  const action = (event.target as HTMLFormElement).getAttribute('action');
  if (action !== '/sign-out' || !('caches' in window)) return;
  void caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
});

// The summary of a form's errors is read and reached first.
document.querySelector<HTMLElement>('.form-errors')?.focus();

export {};
