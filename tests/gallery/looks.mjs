// What the test of the gallery asks of a page; these run in the browser, and know nothing of what stands around them.

// What hostile texts did.
export function lookForHarm() {
  const elements = 'script, iframe, object, embed, .gallery-example :is(img, style, title:not(svg title))';
  const made = [...document.querySelectorAll(elements)];
  const harm = made.map((each) => each.outerHTML.slice(0, 120));
  if (window.harmed !== undefined) harm.push(`a script ran: ${window.harmed}`);
  if (document.querySelector('[onerror], [onload], [onclick]')) harm.push('a handler');
  return harm;
}

// Signs of lights that nothing names: no word beside them, and none in the drawing that they belong to.
export function lookForWordlessSigns() {
  const words = (element) => element?.textContent.trim() ?? '';
  return [...document.querySelectorAll('use[href^="#l-"]')].flatMap((sign) => {
    let drawing = sign.ownerSVGElement;
    while (drawing.ownerSVGElement) drawing = drawing.ownerSVGElement;
    const named = drawing.getAttribute('role') === 'img'
      ? drawing.getAttribute('aria-labelledby')?.split(' ').every((id) => words(document.getElementById(id)))
      : drawing.getAttribute('aria-hidden') === 'true' && words(drawing.parentElement);
    return named ? [] : [drawing.outerHTML.slice(0, 120)];
  });
}
