const COPIED = [
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'line-height',
  'padding',
  'border',
  'box-sizing',
  'direction',
  'text-align',
];

/** Where in a box the place of a character is, in pixels from the box's upper left corner: below its line. A copy of the
 * text is laid out for it, as browsers do not say. */
export function caretPlace(area: HTMLTextAreaElement, at: number): { top: number; left: number } {
  const copy = document.createElement('div');
  const looks = getComputedStyle(area);
  for (const name of COPIED) copy.style.setProperty(name, looks.getPropertyValue(name));
  copy.style.setProperty('position', 'absolute');
  copy.style.setProperty('visibility', 'hidden');
  copy.style.setProperty('white-space', 'pre-wrap');
  copy.style.setProperty('overflow-wrap', 'break-word');
  copy.style.setProperty('width', `${area.clientWidth}px`);
  const mark = document.createElement('span');
  mark.textContent = '@';
  copy.append(area.value.slice(0, at), mark);
  document.body.append(copy);
  const place = {
    top: mark.offsetTop + mark.offsetHeight - area.scrollTop,
    left: mark.offsetLeft,
  };
  copy.remove();
  return {
    top: Math.min(Math.max(place.top, 0), area.offsetHeight),
    left: Math.max(0, Math.min(place.left, area.offsetWidth - 240)),
  };
}
