// What a test asks of a page; these run in the browser, and know nothing of what stands around them.

// The sizes of the texts on the screen; a drawing may scale its own.
export function lookAtTexts() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('title, desc, symbol') || !element.checkVisibility()) continue;
    const scale = element instanceof SVGElement ? element.getScreenCTM().d : 1;
    texts.push({ text: node.data.trim().slice(0, 40), size: parseFloat(getComputedStyle(element).fontSize) * scale });
  }
  return texts;
}

// What makes a page wider than the screen; [] when it is not.
export function lookAtWidth() {
  const root = document.documentElement;
  const hides = [root, document.body].some((each) => !['visible', 'auto'].includes(getComputedStyle(each).overflowX));
  if (hides) return ['the page hides what is too wide'];
  if (root.scrollWidth <= root.clientWidth) return [];
  const isHeld = (each) => {
    for (let box = each.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    }
    return each instanceof SVGElement && each.ownerSVGElement;
  };
  const wide = [...document.querySelectorAll('body *')].filter((each) => {
    return each.getBoundingClientRect().right > root.clientWidth + 1 && !isHeld(each);
  });
  return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))];
}

// Words that are cut off: their box hides what does not fit. `onPaper`: where nobody can scroll.
export function lookForCutTexts(onPaper = false) {
  const hides = onPaper ? ['hidden', 'clip', 'auto', 'scroll'] : ['hidden', 'clip'];
  const boxes = [...document.querySelectorAll('body *')].filter((each) => {
    const { overflowX, overflowY } = getComputedStyle(each);
    const cutsX = hides.includes(overflowX) && each.scrollWidth > each.clientWidth + 1;
    const cutsY = hides.includes(overflowY) && each.scrollHeight > each.clientHeight + 1;
    return (cutsX || cutsY) && each.checkVisibility() && each.textContent.trim() && !(each instanceof SVGElement);
  });
  // What is there for screen readers only is a box of one pixel.
  const isForEyes = (box) => box.clientWidth > 1 || box.clientHeight > 1;
  return boxes.filter((box) => isForEyes(box)).map((each) => each.outerHTML.slice(0, 120));
}
