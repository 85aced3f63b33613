/** Which chips of a template the check warns of: those with a name that no step hands over. */
import { quoted } from '../../engine/core/finding.ts'
import type { Finding } from '../../engine/core/problem.ts'

const NAME = /[^\s{}()#~="'|]+/g

export function wrongIn(warnings: readonly Finding[]): (source: string) => boolean {
  const told = warnings.filter(({ rule }) => rule === 'template/unknown').map(({ message }) => message)
  return (source) => (source.match(NAME) ?? []).some((name) => told.some((it) => it.includes(`found ${quoted(name)}`)))
}
