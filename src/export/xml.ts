/** A document of XML: its root's opening tag, and lines up to its closing one. */
export const document = (root: string, lines: readonly string[]): string =>
  `${['<?xml version="1.0" encoding="UTF-8"?>', root, ...lines].join('\n')}\n`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for an element or attribute; what XML 1.0 cannot hold is left out, and line breaks stay in attributes. */
export function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
