/**
 * The same reading of texts, which remembers what it made of the last ones: a column names few things many times.
 * @param most how many are remembered; then it begins anew.
 */
export function remembered<Read>(most: number, read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, { readonly read: Read }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.read
    const made = read(text)
    if (known.size >= most) known.clear()
    known.set(text, { read: made })
    return made
  }
}
