/** What is said of a step: who does it, who else must, by when, on which form, what is asked of whom. */
import type { JsonValue } from '../../../json.ts'
import { isText, type Text } from '../../../text.ts'
import { objectAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import { each, of } from '../aspect.ts'
import type { Aspect } from '../thing.ts'
import { quote, same, shown, upper } from '../words.ts'
import { entryCalled } from '../title-page/entries.ts'
import { elementCalled } from './names.ts'
import { kindCalled } from './kinds.ts'

const names = (value: JsonValue): readonly string[] =>
  String(value)
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')

const together = (texts: readonly Text[]): Text => ({
  ar: texts.map((it) => it.ar).join('، '),
  en: texts.map((it) => it.en).join(', '),
})

/** Groups by the titles of their roles. */
export const groupsCalled = (value: JsonValue, side: Side): Text =>
  String(value).startsWith('=')
    ? same(String(value))
    : together(
        names(value).map((id) => {
          const title = objectAt(side.workflow, 'roles')[id]
          return isText(title) ? { ar: title.ar, en: title.en } : same(id)
        }),
      )

const elements = (value: JsonValue, side: Side): Text => together(names(value).map((id) => elementCalled(side, id)))

const form = (value: JsonValue, side: Side): Text => {
  const title = side.forms.find(({ id }) => id === value)?.json['title']
  return isText(title) ? { ar: title.ar, en: title.en } : same(String(value))
}

const deadline = (value: JsonValue, side: Side): Text => entryCalled(side, 'deadlines', String(value))

const FOUR_EYES = of('property/masar:fourEyes', 'شرط الموظف الثاني', 'the second person', {
  weight: 'law',
  show: elements,
  say({ title, before, after }) {
    if (!after)
      return {
        ar: `${title.ar}: لم يعد يلزمها شخص ثانٍ (كان يجب أن يكون غير من أنجز ${before?.ar ?? ''})`,
        en: `${upper(title.en)} no longer needs a second person (somebody else than who did ${before?.en ?? ''})`,
      }
    if (!before)
      return {
        ar: `${title.ar}: يلزمها الآن شخص ثانٍ غير من أنجز ${after.ar}`,
        en: `${upper(title.en)} now needs a second person: somebody else than who did ${after.en}`,
      }
    return undefined
  },
})

const GROUPS = of('assignmentDefinition/candidateGroups', 'من ينجزها', 'who does it', {
  weight: 'people',
  show: groupsCalled,
  say: ({ title, before, after }) =>
    before && after
      ? {
          ar: `${title.ar}: ينجزها الآن ${quote(after).ar} بدلًا من ${quote(before).ar}`,
          en: `${upper(title.en)} is now done by ${quote(after).en}, no longer by ${quote(before).en}`,
        }
      : undefined,
})

const KEPT_DEADLINE = of('property/masar:deadline', 'المهلة القانونية', 'the deadline of law', {
  weight: 'law',
  show: deadline,
})

export const STEP_ASPECTS: readonly Aspect[] = [
  of('name', 'الاسم', 'the name', { renames: true, weight: 'people', show: shown }),
  of('type', 'نوعها', 'the kind', { show: (value) => kindCalled(String(value)) }),
  GROUPS,
  of('assignmentDefinition/candidateUsers', 'الأشخاص المكلفون', 'the people it is offered to', { weight: 'people' }),
  of('assignmentDefinition/assignee', 'المكلف', 'the person it is given to', { weight: 'people' }),
  of('lane', 'المسار الذي تقع فيه', 'the lane it stands in', {
    weight: 'people',
    show: (value, side) => elementCalled(side, String(value)),
  }),
  FOUR_EYES,
  of('formDefinition/formId', 'النموذج', 'the form', { weight: 'people', show: form }),
  KEPT_DEADLINE,
  of('property/masar:stopsClock', 'إيقاف المهل', 'which deadlines stand still meanwhile', { weight: 'law' }),
  of('property/masar:candidateGroups', 'من ينجزها', 'who does it', { weight: 'people', show: groupsCalled }),
  of('taskSchedule/dueDate', 'الموعد', 'the due date', { weight: 'people' }),
  of('taskSchedule/followUpDate', 'موعد المتابعة', 'the follow-up date', { weight: 'people' }),
  of('priorityDefinition/priority', 'الأولوية', 'the priority', { weight: 'people' }),
  of('taskDefinition/type', 'الموصل', 'the connector'),
  of('taskDefinition/retries', 'عدد المحاولات', 'how often it is tried'),
  of('calledElement/processId', 'الإجراء المُستدعى', 'the procedure it calls'),
  of('calledElement/bindingType', 'إصدار الإجراء المُستدعى', 'which version it calls'),
  of('calledDecision/decisionId', 'القرار', 'the decision it asks', { weight: 'law' }),
  of('script/expression', 'الحساب', 'what it computes'),
  each('input/', 'المدخل', 'the input'),
  each('output/', 'المخرج', 'the output'),
  each('header/', 'الترويسة', 'the header'),
  each('property/', 'الخاصية', 'the property'),
  of('order:input', 'ترتيب المدخلات', 'the order of the inputs'),
  of('order:output', 'ترتيب المخرجات', 'the order of the outputs'),
  of('attachedToRef', 'الخطوة التي يقع على حافتها', 'the step whose edge it stands on', { show: elements }),
  of('inside', 'المرحلة التي تقع فيها', 'the stage it stands in', { show: elements }),
  of('cancelActivity', 'هل يقطع الخطوة', 'whether it interrupts the step'),
  of('isInterrupting', 'هل يقطع المرحلة', 'whether it interrupts the stage'),
  of('eventDefinitions/timer/timeDuration', 'المدة', 'the time it waits', { weight: 'law' }),
  of('eventDefinitions/timer/timeDate', 'الموعد', 'the moment it waits for', { weight: 'law' }),
  of('eventDefinitions/timer/timeCycle', 'التكرار', 'how often it happens', { weight: 'law' }),
  each('eventDefinitions/', 'الحدث', 'what happens:'),
  each('loopCharacteristics/', 'التكرار', 'the repetition:'),
  of('documentation/documentation/text', 'الشرح', 'the explanation', { weight: 'look' }),
  each('attribute/', 'السمة', 'the attribute', { weight: 'look' }),
]
