/**
 * A sentence of the import with what it reads in Swedish, in which `$1` is of the file and stays, `$d1` a detail that is
 * told in Swedish, `$c1` a column by its English name, `$i1` what is counted, and `$s1` a sentence by itself.
 */
export type ImportSentence = readonly [form: RegExp, words: string]
