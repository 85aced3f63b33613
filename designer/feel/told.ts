/** What is said of an expression as it stands: where it breaks off and what was expected there, or which name nothing gives. */
import type { Reader } from '../language/language.tsx'
import type { Judgement } from './judge.ts'
import { reasonIn } from './reason.ts'
import { FEEL_WORDS } from './words.ts'

export function told(judgement: Judgement, { say, language }: Pick<Reader, 'say' | 'language'>): string | undefined {
  if (judgement.kind === 'good') return undefined
  if (judgement.kind === 'wrong')
    return say(FEEL_WORDS.wrong, { at: judgement.at + 1, reason: reasonIn(language, judgement.reason) })
  const { name, near } = judgement
  return near === undefined ? say(FEEL_WORDS.unknown, { name }) : say(FEEL_WORDS.meant, { name, near })
}
