/** What is said of an expression as it stands: where it breaks off and what was expected there, or which name nothing gives. */
import type { Reader } from '../language/language.tsx'
import type { Misfit } from './fit.ts'
import type { Judgement } from './judge.ts'
import { reasonIn } from './reason.ts'
import { FEEL_WORDS, kindWords } from './words.ts'

export function told(judgement: Judgement, { say, language }: Pick<Reader, 'say' | 'language'>): string | undefined {
  if (judgement.kind === 'good') return undefined
  if (judgement.kind === 'wrong')
    return say(FEEL_WORDS.wrong, { at: judgement.at + 1, reason: reasonIn(language, judgement.reason) })
  const { name, near } = judgement
  return near === undefined ? say(FEEL_WORDS.unknown, { name }) : say(FEEL_WORDS.meant, { name, near })
}

export function misfitTold(misfit: Misfit, { say }: Pick<Reader, 'say'>): string {
  switch (misfit.kind) {
    case 'kind':
      return say(FEEL_WORDS.misfit, { wanted: say(kindWords(misfit.wanted)), found: say(kindWords(misfit.found)) })
    case 'choice':
      return say(FEEL_WORDS.noChoice, { choices: misfit.choices.join(', ') })
    case 'missing':
      return say(FEEL_WORDS.missing, { names: misfit.names.join(', ') })
  }
}
