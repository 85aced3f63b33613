/** The ways between steps: where each leads from and to, and when it is taken. A line drawn anew is the same way. */
import { conditionOf, defaultFlowOf, type Flow } from '../../../bpmn/diagram.ts'
import { textOf } from '../../../bpmn/element.ts'
import { bilingual } from '../../../bilingual.ts'
import type { Text } from '../../../text.ts'
import { inWords } from '../expression-words.ts'
import type { Side } from '../side.ts'
import type { Aspect, Comparison, Thing } from '../thing.ts'
import { quote, same, upper } from '../words.ts'
import { anatomyOf } from './anatomy.ts'
import { nodeTitle } from './names.ts'
import { shapesIn } from './shapes.ts'

function wayOf(file: string, flow: Flow, side: Side): Thing {
  const { from, to, element, id } = flow
  const name = textOf(element, 'name')
  const called = name === undefined ? undefined : quote(bilingual(name))
  const [begin, end] = [nodeTitle(from), nodeTitle(to)]
  const aspects = anatomyOf(element)
  const condition = conditionOf(flow)
  if (condition) aspects.set('conditionExpression', textOf(condition, 'body') ?? '')
  if (from && defaultFlowOf(from) === element) aspects.set('default', true)
  const when = textOf(condition, 'body')
  return {
    key: `${from?.id ?? ''} ${to?.id ?? ''}`,
    subject: { kind: 'flow', element: id },
    title: {
      ar: `الطريق${called ? ` ${called.ar}` : ''} من ${begin.ar} إلى ${end.ar}`,
      en: `the way${called ? ` ${called.en}` : ''} from ${begin.en} to ${end.en}`,
    },
    file,
    place: id,
    weight: 'course',
    ...(when === undefined ? {} : { whole: whenTaken(inWords(when, side)) }),
    aspects,
  }
}

const whenTaken = (condition: Text): Text => ({ ar: `إذا ${quote(condition).ar}`, en: `when ${quote(condition).en}` })

const CONDITION: Aspect = {
  of: 'conditionExpression',
  name: () => ({ ar: 'الشرط', en: 'the condition' }),
  weight: 'law',
  show: inWords,
  say({ title, before, after }) {
    if (before && after) return undefined
    return after
      ? {
          ar: `${title.ar}: أصبح مشروطًا بـ ${quote(after).ar}`,
          en: `${upper(title.en)} is now only taken when ${quote(after).en}`,
        }
      : {
          ar: `${title.ar}: لم يعد مشروطًا، وكان شرطه ${quote(before ?? same('')).ar}`,
          en: `${upper(title.en)} no longer has a condition; it was ${quote(before ?? same('')).en}`,
        }
  },
}

const DEFAULT: Aspect = {
  of: 'default',
  name: () => ({ ar: 'الطريق الافتراضي', en: 'the default way' }),
  say: ({ title, after }) =>
    after
      ? {
          ar: `${title.ar}: أصبح الطريق الذي يُسلك عند عدم تحقق غيره`,
          en: `${upper(title.en)} is now taken where no other is`,
        }
      : {
          ar: `${title.ar}: لم يعد الطريق الافتراضي`,
          en: `${upper(title.en)} is no longer the one taken where no other is`,
        },
}

export const flows: Comparison = {
  things: (side) => shapesIn(side, ({ file, flows: all }) => all.map((flow) => wayOf(file, flow, side))),
  aspects: [
    CONDITION,
    DEFAULT,
    { of: 'name', name: () => ({ ar: 'التسمية', en: 'the label' }), renames: true, weight: 'look' },
  ],
}
