/** What stands in the place of its file's digest on a source of which a part is in the graph, and the rest is not. */
export const UNFINISHED = 'unfinished'

/** The same of one whose only file was taken back: it says nothing any more, and the same file can come again. */
export const TAKEN_BACK = 'taken back'
