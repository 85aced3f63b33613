/** What a decision is called where it is asked: in a form that FEEL reads as one name, and nobody else's. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { DECISION_WORDS } from './words.ts'

export const DECISION_ID = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/

/** @param taken ids of the decisions there are */
export const faultOf = (id: string, taken: readonly string[]) =>
  !DECISION_ID.test(id) ? DECISION_WORDS.idForm : taken.includes(id) ? DECISION_WORDS.taken : undefined

/** "Study fee" -> "study_fee" */
export const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)

/** A file for a decision of this id that is not there yet. */
export function freeFile(files: DraftFiles, id: string): string {
  const name = id.toLowerCase().replaceAll('_', '-')
  for (let number = 1; ; number++) {
    const file = `${name}${number === 1 ? '' : `-${String(number)}`}.dmn`
    if (!files.has(file)) return file
  }
}
