/** Every signal has a name by which all who wait for it are found; one that begins a case is known before any case exists. */
import { quoted } from '../../finding.ts'
import { definitionsOf, type Diagram, type Node } from '../diagram.ts'
import { childOf, textOf } from '../element.ts'
import { isProcessStart } from '../starts.ts'
import type { Report, Rule } from './rule.ts'

const LONGEST_NAME = 200

export const signals: Rule = {
  name: 'signals',
  says: {
    en: 'A signal has a name; one that begins a process is named literally, and once in it.',
    ar: 'للإشارة اسم، واسم الإشارة التي يبدأ بها إجراء نصّي لا يتكرر فيه.',
  },
  check(diagram, report) {
    const taken = new Set<string>()
    for (const { node, name } of signalsIn(diagram)) {
      if (name === undefined || name.length > LONGEST_NAME) noName(node, name, report)
      else if (isProcessStart(node)) checkStart(node, name, taken, report)
    }
  },
}

const signalsIn = ({ nodes }: Diagram): readonly { readonly node: Node; readonly name: string | undefined }[] =>
  nodes.flatMap((node) =>
    definitionsOf(node)
      .filter((it) => it.$type === 'bpmn:SignalEventDefinition')
      .map((it) => ({ node, name: textOf(childOf(it, 'signalRef'), 'name') })),
  )

function noName(node: Node, name: string | undefined, report: Report): void {
  const found = name === undefined ? { en: 'none', ar: 'لا شيء' } : { en: quoted(name), ar: quoted(name) }
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to refer to a signal with a name of at most ${String(LONGEST_NAME)} characters, but found ${found.en}`,
      ar: `يجب أن يشير ${node.id} إلى إشارة لها اسم لا يزيد على ${String(LONGEST_NAME)} محرف، لكن وُجد ${found.ar}`,
    },
    { en: 'Choose a signal and give it a name', ar: 'اختر إشارة وأعطها اسمًا' },
  )
}

/** Two start events of one process for one signal would begin two cases of it each time. */
function checkStart(node: Node, name: string, taken: Set<string>, report: Report): void {
  const key = `${node.parent?.id ?? ''} ${name}`
  if (taken.has(key) || name.startsWith('='))
    report.error(
      node.element,
      {
        en: `Expected a literal signal name that no other start event of the process has, but found ${quoted(name)}`,
        ar: `يجب أن يكون اسم إشارة البدء نصًا لا يتكرر في أحداث بدء الإجراء، لكن وُجد ${quoted(name)}`,
      },
      { en: 'Give the signal a name of its own', ar: 'أعطِ الإشارة اسمًا خاصًا بها' },
    )
  taken.add(key)
}
