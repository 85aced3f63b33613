/** Names under which a case keeps its data: plain words that FEEL can read back, never a word that is JavaScript's. */
import { forbiddenKeys } from '../json.ts'

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

export const isVariableName = (name: string): boolean =>
  name.length <= 100 && NAME.test(name) && !forbiddenKeys.has(name)

/** "applicant.name" writes into the context "applicant"; undefined where a part is no name. */
export function variablePath(target: string): readonly string[] | undefined {
  const parts = target.trim().split('.')
  return parts.length <= 16 && parts.every(isVariableName) ? parts : undefined
}

/** Names with commas between them; none where the text is absent. */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
