import { withoutPersonNumbers } from '../text/person-number.js'

/** Says a line of what a command did; a file's name may hold a number of a person. */
export const say = (line: string): void => console.log(withoutPersonNumbers(line))

/** Says a line of what its user should look at, on the standard error output. */
export const complain = (line: string): void => console.error(withoutPersonNumbers(line))
