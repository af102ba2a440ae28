/** What a drawing takes from the page's style sheets, which a file does not have. */
const styleNames = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linejoin',
    'paint-order',
  ],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity', 'color', 'visibility'],
]

/** A drawing with its colours and type as they are shown in light, whatever the page is shown in; links are left out. */
export function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of a drawing is a drawing')
  const shown = [drawing, ...drawing.querySelectorAll('*')]
  inLight(() => {
    for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
      const original = shown[index]
      if (!original) continue
      const style = getComputedStyle(original)
      element.setAttribute('style', styleNames.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'))
      element.removeAttribute('class')
      if (element.localName === 'a') element.removeAttribute('href')
    }
  })
  return copy
}

/** Does something while the page has its light colours; it is not painted meanwhile. */
export function inLight<Result>(work: () => Result): Result {
  const { classList } = document.documentElement
  classList.add('in-light')
  try {
    return work()
  } finally {
    classList.remove('in-light')
  }
}
