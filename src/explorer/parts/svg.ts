const SVG = 'http://www.w3.org/2000/svg'

/** A drawing to fill, and what adds an element to it. */
export function newSvg(attributes: Attributes) {
  const drawing = withAttributes(document.createElementNS(SVG, 'svg'), attributes)
  const add = (name: string, of: Attributes): SVGElement => {
    const element = withAttributes(document.createElementNS(SVG, name), of)
    drawing.append(element)
    return element
  }
  return { drawing, add }
}

type Attributes = Readonly<Record<string, string | number>>

function withAttributes<Drawn extends SVGElement>(element: Drawn, attributes: Attributes): Drawn {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}
