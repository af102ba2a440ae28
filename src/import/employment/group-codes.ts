import { sectionsOfGroup } from '../../spillover/model/regional-employment.js'
import { ImportError } from '../import-error.js'

/** A group's code, with the line that it stands on first. */
export interface GroupLine {
  readonly code: string
  readonly line: number
}

/** A code of sections in the form in which groups are kept: `R-U` becomes `R+S+T+U`. Null where it names no sections. */
const sectionsSpelled = (code: string): string | null =>
  sectionsOfGroup(code.replaceAll('–', '-').replace(/\s*([+-])\s*/g, '$1'))?.join('+') ?? null

/**
 * Codes of groups that are told by sections, in the form in which they are kept.
 * @param isKnown whether a code that names no sections is known otherwise.
 * @param faults codes that are neither are added to it, and sections that stand in two groups.
 */
export function sectionGroups(
  file: string,
  groups: readonly GroupLine[],
  isKnown: (code: string) => boolean,
  faults: ImportError[],
): readonly string[] {
  const holders = new Map<string, GroupLine>()
  return groups.map((group) => {
    const { code, line } = group
    const spelled = sectionsSpelled(code)
    if (spelled === null) {
      if (!isKnown(code))
        faults.push(
          new ImportError(
            file,
            line,
            `group ${code} is neither sections, such as B+C or R-U, nor an industry of a table that is named`,
          ),
        )
      return code
    }
    for (const section of spelled.split('+')) {
      const holder = holders.get(section)
      if (holder) faults.push(new ImportError(file, line, twice(section, group, holder)))
      holders.set(section, group)
    }
    return isKnown(code) ? code : spelled
  })
}

const twice = (section: string, { code }: GroupLine, holder: GroupLine): string =>
  holder.code === code
    ? `group ${code} names section ${section} twice`
    : `section ${section} is in group ${code} and, on line ${holder.line}, in group ${holder.code}`
