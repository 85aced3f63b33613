/** One language of a text that exists in both: {{text purpose}} in the paper's language, {{text purpose "en"}} in English. */
import { isJsonObject } from '../../../../core/json.ts'
import { type Formatter, Unwritable, languageOf, shown } from './formatter.ts'

export const text: Formatter = {
  name: 'text',
  format([value, language], _options, setting) {
    if (value === null) return ''
    if (typeof value === 'string') return value
    const wanted = languageOf(language, setting)
    const found = isJsonObject(value) && Object.hasOwn(value, wanted) ? value[wanted] : undefined
    if (typeof found !== 'string') throw new Unwritable(`Expected a text with "${wanted}", but found ${shown(value)}`)
    return found
  },
}
