/** Every place of a package where an expression can stand: the smallest process or file that has it there. */
import { extension, flow } from '../bpmn/drawing.ts'
import {
  each,
  input,
  job,
  line,
  message,
  output,
  script,
  timerDefinition,
  user,
  wait,
  xml,
  type Attack,
} from './parcel.ts'

/** A package part with the expression (FEEL without "=") in one place. */
export type Place = (expression: string) => Attack

const one = (...elements: readonly (readonly [string, string])[]): Attack => ({ steps: line(...elements) })

const dmn = (inputExpression: string, cell: string, out: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="test"><decision id="ruling" name="Ruling">
<decisionTable id="t" hitPolicy="FIRST"><input id="i"><inputExpression id="ie"><text>${xml(inputExpression)}</text></inputExpression></input><output id="o"/>
<rule id="r1"><inputEntry id="e1"><text>${xml(cell)}</text></inputEntry><outputEntry id="oe1"><text>${xml(out)}</text></outputEntry></rule></decisionTable></decision></definitions>`

const ruled = (decision: string): Attack => ({
  ...one([
    'rule',
    `<bpmn:businessRuleTask id="rule">${extension('<zeebe:calledDecision decisionId="ruling" resultVariable="r"/>')}</bpmn:businessRuleTask>`,
  ]),
  files: { 'rules.dmn': decision },
})

const catching = (name: string, key: string): Attack => ({
  ...one([
    'catch',
    '<bpmn:intermediateCatchEvent id="catch"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>',
  ]),
  roots: message('m', name, key),
})

const throwing = (properties: Readonly<Record<string, string>>, name = 'news'): Attack => ({
  ...one([
    'throw',
    `<bpmn:intermediateThrowEvent id="throw">${extension(
      `<zeebe:properties>${Object.entries({ 'masar:correlationKey': 'k', ...properties })
        .map(([key, value]) => `<zeebe:property name="${key}" value="${xml(value)}"/>`)
        .join('')}</zeebe:properties>`,
    )}<bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>`,
  ]),
  roots: message('m', name),
})

const loopTask = (loop: string): Attack => one(['many', `<bpmn:task id="many">${loop}</bpmn:task>`])

export const PLACES: Readonly<Record<string, Place>> = {
  condition: (e) => ({
    steps: `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="choose" default="no"/><bpmn:endEvent id="end"/>${flow('in', 'start', 'choose')}${flow('yes', 'choose', 'end', xml(`=${e}`))}${flow('no', 'choose', 'end')}`,
  }),
  script: (e) => one(script('compute', `=${e}`)),
  'input mapping': (e) => one(job('work', 'worker', input(`=${e}`, 'x'))),
  'output mapping': (e) =>
    one([
      'inner',
      `<bpmn:subProcess id="inner">${extension(`<zeebe:ioMapping>${output(`=${e}`, 'x')}</zeebe:ioMapping>`)}<bpmn:startEvent id="in"/><bpmn:endEvent id="out"/>${flow('io', 'in', 'out')}</bpmn:subProcess>`,
    ]),
  'job type': (e) => one(job('work', `=${e}`)),
  'job retries': (e) => one(job('work', 'worker', '', `retries="${xml(`=${e}`)}"`)),
  assignee: (e) => one(user('ask', `<zeebe:assignmentDefinition assignee="${xml(`=${e}`)}"/>`)),
  'candidate groups': (e) => one(user('ask', `<zeebe:assignmentDefinition candidateGroups="${xml(`=${e}`)}"/>`)),
  'candidate users': (e) => one(user('ask', `<zeebe:assignmentDefinition candidateUsers="${xml(`=${e}`)}"/>`)),
  'due date': (e) => one(user('ask', `<zeebe:taskSchedule dueDate="${xml(`=${e}`)}"/>`)),
  'follow-up date': (e) => one(user('ask', `<zeebe:taskSchedule followUpDate="${xml(`=${e}`)}"/>`)),
  priority: (e) => one(user('ask', `<zeebe:priorityDefinition priority="${xml(`=${e}`)}"/>`)),
  'timer duration': (e) => one(wait('pause', 'timeDuration', `=${e}`)),
  'timer date': (e) => one(wait('pause', 'timeDate', `=${e}`)),
  'boundary timer': (e) => ({
    steps: `${line(user('ask'))}<bpmn:boundaryEvent id="late" attachedToRef="ask" cancelActivity="false">${timerDefinition('timeCycle', `=${e}`)}</bpmn:boundaryEvent>${flow('lf', 'late', 'end')}`,
  }),
  'correlation key': (e) => catching('news', `=${e}`),
  'message name': (e) => catching(`=${e}`, '="k"'),
  'published key': (e) => throwing({ 'masar:correlationKey': `=${e}` }),
  'message id': (e) => throwing({ 'masar:messageId': `=${e}` }),
  'time to live': (e) => throwing({ 'masar:timeToLive': `=${e}` }),
  'multi-instance collection': (e) => loopTask(each(`=${e}`)),
  'multi-instance output': (e) =>
    loopTask(each('=[1, 2, 3]', `outputCollection="all" outputElement="${xml(`=${e}`)}"`)),
  'completion condition': (e) =>
    loopTask(
      each('=[1, 2, 3]').replace(
        '</bpmn:multiInstanceLoopCharacteristics>',
        `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${xml(`=${e}`)}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>`,
      ),
    ),
  'decision input': (e) => ruled(dmn(e, '-', '1')),
  'decision cell': (e) => ruled(dmn('1', e, '1')),
  'decision output': (e) => ruled(dmn('1', '-', e)),
  'form rule': (e) => ({
    ...one(script('compute', '=1')),
    files: {
      'forms/apply.form.json': {
        title: { ar: 'نموذج', en: 'Form' },
        schema: { type: 'object', properties: { a: { type: 'string' } } },
        ui: {
          type: 'VerticalLayout',
          elements: [{ type: 'Control', scope: '#/properties/a', rule: { effect: 'SHOW', condition: `=${e}` } }],
        },
        texts: { '/a': { label: { ar: 'حقل', en: 'Field' } } },
      },
    },
  }),
}
