// On every page: the key / goes to the field that searches, unless the reader has turned that off on the search page.
addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (target.isContentEditable || target.closest?.('input:not([type=checkbox]), textarea, select')) return;
  try {
    if (localStorage.getItem('slash') === 'off') return;
  } catch {
    // A browser that keeps nothing has not been told to leave the key alone.
  }
  const menu = document.querySelector('.sl-menu');
  const fields = [...document.querySelectorAll('[type=search]')];
  const field = fields.find((each) => !menu?.contains(each) && each.getClientRects().length > 0) ?? fields.at(-1);
  if (!field) return;
  event.preventDefault();
  if (menu?.contains(field)) menu.open = true;
  field.focus();
  field.select();
});
