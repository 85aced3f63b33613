/** Where in the designer what a finding speaks of is worked on. */
import type { Finding } from '../../engine/core/problem.ts'

export interface Spot {
  readonly view: string
  /** The file, the place in it, and of a drawing the rule, which says which field of the element is meant. */
  readonly at: readonly string[]
}

export function spotOf({ file, place, rule }: Partial<Pick<Finding, 'file' | 'place' | 'rule'>>): Spot | undefined {
  if (file === undefined) return undefined
  const isWhole = place === undefined || place === '' || place === '/'
  const at = isWhole ? [file] : [file, place]
  if (file.endsWith('.bpmn')) return { view: 'procedure', at: isWhole || rule === undefined ? at : [...at, rule] }
  if (file.endsWith('.form.json')) return { view: 'forms', at }
  if (file.endsWith('.dmn')) return { view: 'decisions', at }
  if (file.endsWith('.hbs')) return { view: 'documents', at: [templateOf(file), ...at.slice(1), ...textOf(file, at)] }
  if (file === 'workflow.json') return { view: 'policy', at }
  if (file.endsWith('.test.json')) return { view: 'trial', at: ['test', file] }
  return { view: 'files', at: [file] }
}

/** Which of the two texts of a notice, where a line of it is meant. */
const textOf = (file: string, { length }: readonly string[]): readonly string[] =>
  length === 1 ? [] : (/\.(ar|en)\.txt\.hbs$/.exec(file)?.slice(1, 2) ?? [])

/** As the list of papers and notices calls it: a notice is one, in however many languages. */
export const templateOf = (file: string): string =>
  file
    .replace(/^templates\//, '')
    .replace(/\.hbs$/, '')
    .replace(/\.(?:ar|en)\.txt$/, '.txt')
