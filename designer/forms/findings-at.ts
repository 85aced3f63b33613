/** What the check says of a line of the outline: of its element in the layout, or of the field it asks for. */
import type { Finding } from '../../engine/core/problem.ts'
import type { Line } from './tree.ts'

export const findingsAt = (findings: readonly Finding[], { at, place, layout }: Line): readonly Finding[] =>
  findings.filter(({ place: found = '' }) => {
    if (at !== undefined && found.startsWith(at) && (found === at || !found.slice(at.length).startsWith('/elements')))
      return found === at || found[at.length] === '/'
    return (
      layout === undefined &&
      place !== undefined &&
      (found === place || found === `/texts/${place.replaceAll('/', '~1')}`)
    )
  })
