/** Where in the designer what a finding speaks of is worked on. */
import type { Finding } from '../../engine/core/problem.ts'

export interface Spot {
  readonly view: string
  readonly at: readonly string[]
}

export function spotOf({ file, place }: Finding): Spot | undefined {
  if (file === undefined) return undefined
  const at = place === undefined || place === '' || place === '/' ? [file] : [file, place]
  if (file.endsWith('.bpmn')) return { view: 'procedure', at }
  if (file.endsWith('.form.json')) return { view: 'forms', at }
  if (file.endsWith('.dmn')) return { view: 'decisions', at }
  if (file.endsWith('.hbs')) return { view: 'documents', at }
  if (file === 'workflow.json') return { view: 'policy', at }
  if (file.endsWith('.test.json')) return { view: 'trial', at }
  return { view: 'files', at: [file] }
}
