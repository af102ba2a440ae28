const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** A text without soft hyphens, zero widths, marks of direction and of the order of bytes, selectors of variants: seen by nobody. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')
