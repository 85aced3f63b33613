/** How a gateway chooses where that is more than its arrows say. */
import { isOf, type Entry, type Group, type Subject } from '../entry.ts'
import { children, text } from '../extensions.ts'
import { bodyField, choicesOf, conditionField, tick } from '../fields.ts'
import { called, scopeOf } from '../tree.ts'
import { isElement } from '../../../../engine/core/bpmn/element.ts'

export const gateway: Group = {
  id: 'gateway',
  title: { ar: 'البوابة', en: 'Gateway' },
  isFor: isOf('bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway', 'bpmn:EventBasedGateway'),
  entries(subject) {
    if (subject.element.$type === 'bpmn:EventBasedGateway') return begins(subject)
    return [
      ...(subject.element.$type === 'bpmn:ComplexGateway' ? [activation(subject)] : []),
      ...(outgoing(subject).length > 1 ? [otherwise(subject), ...conditions(subject)] : []),
    ]
  },
}

/** By where they begin: some files do not list them at the gateway. */
const outgoing = ({ element, edit }: Subject) =>
  children(edit, scopeOf(element), 'flowElements').filter((it) => edit.get(it, 'sourceRef') === element)

function otherwise(subject: Subject): Entry {
  const { element, edit } = subject
  const ways = outgoing(subject)
  const chosen = edit.get(element, 'default')
  return {
    kind: 'choice',
    isSpread: true,
    id: 'default',
    label: { ar: 'السهم الذي يُسلك حين لا يُسلك غيره', en: 'Arrow taken when no other is' },
    value: isElement(chosen) ? (chosen.id ?? '') : '',
    choices: choicesOf(ways.map((it) => aim(edit, it))),
    write: (value) => (change) => {
      const way = ways.find(({ id }) => id === value)
      change.set(element, 'default', way)
      if (way) change.set(way, 'conditionExpression', undefined)
    },
    rules: ['conditions'],
    words: ['default flow'],
  }
}

/** An arrow without a name is known by where it leads. */
function aim(edit: Subject['edit'], way: Subject['element']) {
  if (text(edit, way, 'name') !== '') return called(edit, way)
  const target = edit.get(way, 'targetRef')
  return isElement(target) ? { id: way.id ?? '', title: called(edit, target).title } : called(edit, way)
}

/** What each arrow needs, asked here too: an arrow is hard to point at, and nobody reaches it by keyboard. */
function conditions(subject: Subject): readonly Entry[] {
  const { element, edit } = subject
  return outgoing(subject)
    .filter((it) => edit.get(element, 'default') !== it)
    .map((way) => {
      const { title } = aim(edit, way)
      return conditionField(subject, way, {
        id: `condition.${way.id ?? ''}`,
        label: { ar: `متى يُسلك السهم إلى «${title.ar}»`, en: `When the arrow to “${title.en}” is taken` },
      })
    })
}

const activation = (subject: Subject): Entry =>
  bodyField(subject, subject.element, 'activationCondition', {
    id: 'activationCondition',
    label: { ar: 'تبدأ حين', en: 'It starts when' },
    hint: { ar: 'مثل ‎=activationCount >= 2‎.', en: 'Like =activationCount >= 2.' },
    expected: { type: 'boolean' },
    rules: ['complex-gateway', 'feel'],
    words: ['activationCondition', 'activation condition'],
  })

function begins(subject: Subject): readonly Entry[] {
  const { element, edit } = subject
  const begin = tick(subject, element, 'instantiate', false, {
    id: 'instantiate',
    label: { ar: 'تبدأ طلبًا', en: 'It begins an application' },
    rules: ['instantiation', 'event-based-gateway'],
  })
  if (edit.get(element, 'instantiate') !== true) return [begin]
  return [
    begin,
    {
      kind: 'choice',
      id: 'eventGatewayType',
      label: { ar: 'ثم', en: 'And then' },
      value: text(edit, element, 'eventGatewayType') === 'Parallel' ? 'Parallel' : '',
      choices: [
        { value: '', label: { ar: 'يكفي واحد منها', en: 'One of them suffices' } },
        { value: 'Parallel', label: { ar: 'تُنتظر كلها', en: 'All of them are awaited' } },
      ],
      write: (value) => (change) => change.set(element, 'eventGatewayType', value || undefined),
    },
  ]
}
