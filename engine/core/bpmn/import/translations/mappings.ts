/** What goes into an activity and what comes out of it. */
import { isMutable, type MutableElement } from '../../moddle.ts'
import type { Translation } from '../translation.ts'
import { listOf, type Workshop } from '../workshop.ts'
import { feelOf, quoted } from '../juel.ts'

export const mappings: Translation = {
  name: 'mappings',
  translate(element, workshop) {
    for (const io of workshop.takeAll(element, 'InputOutput')) {
      for (const input of listOf(io.get('inputParameters'))) map(element, 'input', input, workshop)
      for (const output of listOf(io.get('outputParameters'))) map(element, 'output', output, workshop)
    }
  },
}

const LISTS = { input: ['inputParameters', 'zeebe:Input'], output: ['outputParameters', 'zeebe:Output'] } as const

function map(element: MutableElement, side: 'input' | 'output', parameter: MutableElement, workshop: Workshop): void {
  const name = parameter.get('name')
  const target = typeof name === 'string' ? name : ''
  const what = `camunda:${side}Parameter ${target}`
  const source = sourceOf(element, what, parameter, workshop)
  if (source === undefined) return
  const [list, type] = LISTS[side]
  workshop.append(workshop.extension(element, 'zeebe:IoMapping'), list, type, { source, target })
  workshop.note('translated', element, what, { en: `is ${source} now`, ar: `صار ${source}` })
}

function sourceOf(
  element: MutableElement,
  what: string,
  parameter: MutableElement,
  workshop: Workshop,
): string | undefined {
  const definition = parameter.get('definition')
  if (!isMutable(definition)) {
    const text = parameter.get('value')
    return constant(workshop.feel(element, what, typeof text === 'string' ? text.trim() : ''))
  }
  const value = valueOf(definition)
  if (value !== undefined) return `=${value}`
  workshop.note('byHand', element, what, {
    en: 'is computed by a script: write it as a FEEL mapping',
    ar: 'يُحسب بنص برمجي: اكتبه ربطًا بلغة FEEL',
  })
  return undefined
}

/** A mapping's source is always computed: text stands in quotation marks. */
const constant = (text: string): string => (text.startsWith('=') ? text : `=${quoted(text)}`)

/** FEEL of a list, a map or a single value; nothing where a script is among them. */
function valueOf(definition: MutableElement): string | undefined {
  if (definition.$type === 'camunda:List') {
    const items = listOf(definition.get('items')).map(valueOf)
    return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined
  }
  if (definition.$type === 'camunda:Map') {
    const entries = listOf(definition.get('entries')).map(entryOf)
    return entries.every((entry) => entry !== undefined) ? `{${entries.join(', ')}}` : undefined
  }
  return definition.$type === 'camunda:Value' ? textOf(definition) : undefined
}

function entryOf(entry: MutableElement): string | undefined {
  const key = entry.get('key')
  const definition = entry.get('definition')
  const value = isMutable(definition) ? valueOf(definition) : textOf(entry)
  return value === undefined ? undefined : `${quoted(typeof key === 'string' ? key : '')}: ${value}`
}

function textOf(element: MutableElement): string | undefined {
  const value = element.get('value')
  const feel = feelOf(typeof value === 'string' ? value.trim() : '')
  if (!feel.ok) return undefined
  return feel.text.startsWith('=') ? feel.text.slice(1) : quoted(feel.text)
}
