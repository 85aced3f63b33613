/** A timer says one of: when, after how long, or how often, in words that can be read before the first case waits on it. */
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import { definitionsOf, type Node } from '../diagram.ts'
import { childOf, textOf, type ModdleElement } from '../element.ts'
import { isTimerText, TIMER_KINDS, TIMER_LIKE } from '../timer-text.ts'
import { interrupts } from './messages.ts'
import type { Report, Rule } from './rule.ts'

export const timers: Rule = {
  name: 'timers',
  says: {
    en: 'A timer says one of date, duration and cycle, in ISO 8601 or cron.',
    ar: 'يقول المؤقّت واحدًا من: تاريخ أو مدة أو دورة، بصيغة ISO 8601 أو cron.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes)
      for (const definition of definitionsOf(node))
        if (definition.$type === 'bpmn:TimerEventDefinition') checkTimer(node, definition, report)
  },
}

function checkTimer(node: Node, trigger: ModdleElement, report: Report): void {
  const found = TIMER_KINDS.filter((it) => childOf(trigger, it) !== undefined)
  const [kind] = found
  if (kind === undefined) return noKind(node, report)
  if (found.length > 1) return severalKinds(node, found, report)
  if (kind === 'timeCycle' && !mayRepeat(node))
    report.error(
      node.element,
      {
        en: `Expected a date or duration on ${node.id}, which fires once, but found a cycle`,
        ar: `يجب أن يكون للعنصر ${node.id} تاريخ أو مدة لأنه يعمل مرة واحدة، لكن وُجدت دورة`,
      },
      { en: 'Use a duration, or a non-interrupting event', ar: 'استعمل مدة أو حدثًا غير مقاطع' },
    )
  const text = textOf(childOf(trigger, kind), 'body')?.trim() ?? ''
  if (isFeel(text) || isTimerText(kind, text)) return
  report.error(
    node.element,
    {
      en: `Expected ${kind} like ${TIMER_LIKE[kind]} or FEEL after "=", but found ${quoted(text)}`,
      ar: `يجب أن يكون ${kind} مثل ${TIMER_LIKE[kind]} أو تعبير FEEL بعد "="، لكن وُجد ${quoted(text)}`,
    },
    { en: 'Write an ISO 8601 text; working days are P3WD', ar: 'اكتب نصًا وفق ISO 8601؛ وأيام العمل تُكتب P3WD' },
  )
}

function noKind(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected the timer of ${node.id} to say when it fires, but nothing is chosen`,
      ar: `يجب أن يقول مؤقّت ${node.id} متى يعمل، لكن لم يُختر شيء`,
    },
    {
      en: 'Choose when the timer fires: timeDate, timeDuration or timeCycle',
      ar: 'اختر متى يعمل المؤقّت: timeDate أو timeDuration أو timeCycle',
    },
  )
}

function severalKinds(node: Node, found: readonly string[], report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected one of timeDate, timeDuration, timeCycle on ${node.id}, but found ${found.join(' and ')}`,
      ar: `يجب أن يكون للعنصر ${node.id} واحد من timeDate وtimeDuration وtimeCycle، لكن وُجد ${found.join(' و')}`,
    },
    { en: 'Keep exactly one', ar: 'أبقِ واحدًا فقط' },
  )
}

function mayRepeat(node: Node): boolean {
  if (node.type === 'bpmn:StartEvent') return node.parent?.type === 'bpmn:Process' || !interrupts(node)
  return node.type === 'bpmn:BoundaryEvent' && !interrupts(node)
}
