/** Where in the builder a finding of the check belongs: at which line of the outline, and in which tab of the inspector. */
import type { FormOption } from '../../engine/core/package/form-options.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { OPTION_PLACES, type Panel } from './inspector/offered.ts'
import type { Line } from './tree.ts'

/** The line somebody arrives at by the place of a finding. */
export function lineAt(lines: readonly Line[], found: string): Line | undefined {
  const exact = lines.find(({ key, place }) => key === found || place === found)
  if (exact) return exact
  const finding: Finding = { rule: '', severity: 'error', message: '', place: placeOf(found) }
  return lines.findLast((line) => findingsAt([finding], line).length > 0)
}

/** A keyword of the schema is of the field it stands at. */
function placeOf(found: string): string {
  const names = [
    ...(/^\/schema((?:\/properties\/[^/]+|\/items)*)/.exec(found)?.[1]?.matchAll(/\/properties(\/[^/]+)|(\/items)/g) ??
      []),
  ]
  return names.length === 0 ? found : names.map(([, name]) => name ?? '/*').join('')
}

/** Which tab of the inspector says it. */
export function tabAt(found = ''): Panel {
  if (/\/rule(?:\/|$)/.test(found)) return 'rules'
  const option = /\/options\/(\w+)/.exec(found)?.[1] ?? ''
  const place = isOption(option) ? OPTION_PLACES[option] : undefined
  if (place && 'panel' in place) return place.panel
  return found.startsWith('/schema/') ? 'answer' : 'question'
}

const isOption = (name: string): name is FormOption => Object.hasOwn(OPTION_PLACES, name)

/** What the check says of a line of the outline: of its element in the layout, or of the field it asks for. */
export const findingsAt = (findings: readonly Finding[], { at, place, layout }: Line): readonly Finding[] =>
  findings.filter(({ place: found = '' }) => {
    if (at !== undefined && found.startsWith(at) && (found === at || !found.slice(at.length).startsWith('/elements')))
      return found === at || found[at.length] === '/'
    if (layout !== undefined || place === undefined) return false
    const words = `/texts/${place.replaceAll('/', '~1')}`
    return found === place || found === words || found.startsWith(`${words}/`)
  })
