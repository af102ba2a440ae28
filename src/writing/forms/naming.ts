import { text } from '../../edition/forms.js'

/** Of the languages of names and texts, an entry has those that its region has. */
export const naming = {
  nameSv: text.optional(),
  nameEn: text.optional(),
  descriptionSv: text.optional(),
  descriptionEn: text.optional(),
}
