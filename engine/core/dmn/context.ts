/**
 * A calculation in named steps, each seeing the ones before: net, tax, total.
 *
 * With a last step that has no name, that step is the result; without one, all steps together are.
 */
import type { Context } from 'dmn-moddle'
import type { FeelValue } from '../feel/feel.ts'
import { normalName } from '../feel/parse/character.ts'
import type { Boxed, Site } from './boxed.ts'
import { within } from './finding.ts'
import { LocalScope } from './local.ts'
import { FEEL_FUNCTIONS } from './metered.ts'
import type { Names } from './names.ts'
import { checked } from './typed.ts'

interface Step {
  readonly name: string | undefined
  readonly value: Boxed
}

export function compileContext(node: Context, site: Site): Boxed {
  const entries = (node.contextEntry ?? []).slice(0, MOST_ENTRIES)
  if ((node.contextEntry?.length ?? 0) > MOST_ENTRIES)
    site.reading.findings.add('too-large', site.place, `a context of more than ${String(MOST_ENTRIES)} entries`)
  const steps: Step[] = []
  let names = site.names
  for (const [index, entry] of entries.entries()) {
    const step = compileStep(entry, index, { ...site, names })
    if (step.name === undefined && index < entries.length - 1)
      site.reading.findings.add('missing', site.place, `the name of entry ${String(index + 1)}`)
    if (step.name !== undefined) names = next(names, step.name, steps, site)
    steps.push(step)
  }
  return boxOf(steps)
}

/** Every entry sees all before it, so reading takes the square of their number. */
const MOST_ENTRIES = 200

type Entry = NonNullable<Context['contextEntry']>[number]

function compileStep(entry: Entry, index: number, site: Site): Step {
  const name = entry.variable?.name === undefined ? undefined : normalName(entry.variable.name)
  const label = name ?? String(index + 1)
  const place = within(site.place, entry.id, `entry "${label}"`, `البند «${label}»`)
  const inner = { ...site, place, owner: `${site.owner}/${label}` }
  if (name !== undefined && entry.value?.$type === 'dmn:FunctionDefinition' && FEEL_FUNCTIONS.has(name))
    site.reading.findings.add('taken-name', place, name)
  const value = site.reading.boxed(entry.value, inner, 'the value of the entry')
  return { name, value: checked(value, site.reading.types.resolve(entry.variable?.typeRef, place), label) }
}

function next(names: Names, name: string, steps: readonly Step[], site: Site): Names {
  if (steps.some((step) => step.name === name)) site.reading.findings.add('ambiguous', site.place, name)
  return names.within([name])
}

const boxOf = (steps: readonly Step[]): Boxed => ({
  evaluate(scope, run) {
    const local = new LocalScope(scope, scope)
    const entries: [string, FeelValue][] = []
    for (const step of steps) {
      const value = step.value.evaluate(local, run)
      if (step.name === undefined) return value
      run.meter.entry(step.name)
      local.set(step.name, value)
      entries.push([step.name, value])
    }
    return Object.fromEntries(entries)
  },
})
