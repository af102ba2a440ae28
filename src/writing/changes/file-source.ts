/**
 * What stands in the place of its file's digest on a source whose only file was taken back: it says nothing any more, and the
 * same file can come again.
 */
export const TAKEN_BACK = 'taken back'
