/** Keywords for texts. */
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { FORMATS } from '../judgement.ts'
import { linearRegExp } from '../regexp.ts'
import type { Keyword } from './keyword.ts'
import { tell } from './rule.ts'

const length = (
  name: 'maxLength' | 'minLength',
  word: string,
  isGood: (found: number, limit: number) => boolean,
): Keyword => ({
  name,
  read(asked) {
    const limit = Number(asked)
    const message = `must NOT have ${word} than ${String(limit)} characters`
    return (value, place, run) =>
      isGood([...String(value)].length, limit) || tell(run, place, { keyword: name, params: { limit }, message })
  },
})

const pattern: Keyword = {
  name: 'pattern',
  read(asked) {
    const source = String(asked)
    const expression = linearRegExp(source, 'u')
    const message = `must match pattern "${source}"`
    return (value, place, run) =>
      expression.test(String(value)) || tell(run, place, { keyword: 'pattern', params: { pattern: source }, message })
  },
}

const format: Keyword = {
  name: 'format',
  read(asked) {
    const name = FORMATS.find((it) => it === asked)
    if (name === undefined) throw new Error(`unknown format "${String(asked)}"`)
    const isGood = judgeOf(name)
    const message = `must match format "${name}"`
    return (value, place, run) =>
      isGood(String(value)) || tell(run, place, { keyword: 'format', params: { format: name }, message })
  },
}

/** The expressions and functions of ajv-formats, without Ajv. */
function judgeOf(name: (typeof FORMATS)[number]): (text: string) => boolean {
  const known: unknown = fullFormats[name]
  const judge: unknown = typeof known === 'object' && known !== null && 'validate' in known ? known.validate : known
  if (judge instanceof RegExp) return (text) => judge.test(text)
  if (typeof judge === 'function') return (text) => judge(text) === true
  throw new Error(`Expected a judge of the format ${name}`)
}

export const TEXT: readonly Keyword[] = [
  length('maxLength', 'more', (found, limit) => found <= limit),
  length('minLength', 'fewer', (found, limit) => found >= limit),
  pattern,
  format,
]
