/** Procedures drawn to take the whole machine, each in its own way, and what the incident that stops it says. */
import type { JsonObject } from '../../engine/core/json.ts'
import { extension, flow } from '../bpmn/drawing.ts'
import { each, input, job, line, output, round, script, timerDefinition, user, type Attack } from './parcel.ts'

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const HALF_A_MEGABYTE = '=(for i in 1..17 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1])[-1]'
const THOUSAND = each('=for i in 1..1000 return i')

const scope = (id: string, inside: string, loop = ''): readonly [string, string] => [
  id,
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}_start"/>${inside}${loop}</bpmn:subProcess>`,
]

const calling = (process: string, loop = ''): readonly [string, string] => [
  'call',
  `<bpmn:callActivity id="call">${extension(`<zeebe:calledElement processId="${process}" propagateAllParentVariables="true" propagateAllChildVariables="false"/>`)}${loop}</bpmn:callActivity>`,
]

const process = (id: string, calls: string): string =>
  `<bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="${id}_s"/><bpmn:callActivity id="${id}_c">${extension(`<zeebe:calledElement processId="${calls}" propagateAllParentVariables="true" propagateAllChildVariables="false"/>`)}</bpmn:callActivity>${flow(`${id}_f`, `${id}_s`, `${id}_c`)}</bpmn:process>`

export interface Runaway {
  readonly attack: Attack
  readonly variables?: JsonObject
  /** What the first incident says. */
  readonly says: RegExp
}

export const RUNAWAYS: Readonly<Record<string, Runaway>> = {
  'a loop without a wait': { attack: { steps: round(script('x', '=1')) }, says: /at most 10000 steps/ },
  'a loop of two tokens out of each': {
    attack: {
      steps: `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="m"/><bpmn:parallelGateway id="g"/>${flow('a', 'start', 'm')}${flow('b', 'm', 'g')}${flow('c', 'g', 'm')}${flow('d', 'g', 'm')}`,
    },
    says: /at most 10000 (steps|elements)/,
  },
  'a loop of costly expressions': {
    attack: { steps: round(script('x', '=count(for i in 1..40000 return i * 2)')) },
    says: /expressions of one command/,
  },
  'a loop of many cheap expressions': {
    attack: {
      steps: round(
        scope(
          's',
          `<bpmn:endEvent id="e"/>${flow('sf', 's_start', 'e')}${extension(`<zeebe:ioMapping>${many(200, (i) => input(`=${i} + 1`, `v${i}`)).join('')}</zeebe:ioMapping>`)}`,
        ).map((part, index) =>
          index === 0
            ? part
            : part.replace(
                /(<bpmn:subProcess id="s">)(.*)(<bpmn:extensionElements>.*<\/bpmn:extensionElements>)/s,
                '$1$3$2',
              ),
        ) as unknown as readonly [string, string],
      ),
    },
    says: /expressions of one command/,
  },
  'a text that doubles in a loop': {
    attack: { steps: round(script('x', '=if is defined(x) then x + x else "aaaaaaaaaaaaaaaa"')) },
    says: /at most 1,000,000 characters/,
  },
  'a list of lists that doubles in a loop': {
    attack: { steps: round(script('x', '=if is defined(x) then [x, x] else [1]')) },
    says: /at most .* (levels|bytes)/,
  },
  'a context that grows in a loop': {
    attack: {
      steps: round(
        script('x', '=if is defined(x) then context put(x, "k" + string(count(get entries(x))), x) else {a: 1}'),
      ),
    },
    says: /at most/,
  },
  'many large variables': {
    attack: { steps: line(script('s', HALF_A_MEGABYTE), ...many(20, (i) => script(`v${i}`, '=[s]'))) },
    says: /at most 4000000 bytes of variables/,
  },
  'large variables written again and again': {
    attack: {
      steps: `${line(script('s', HALF_A_MEGABYTE), script('y', '=[s, s]')).replace('<bpmn:endEvent id="end"/>', '<bpmn:exclusiveGateway id="end"/>')}${script('z', '=y')[1]}${flow('b1', 'end', 'z')}${flow('b2', 'z', 'end')}`,
    },
    says: /bytes of history/,
  },
  'large variables handed to a thousand workers': {
    attack: {
      steps: line(script('s', HALF_A_MEGABYTE), script('y', '=[s, s]'), job('work', 'worker', '', '', THOUSAND)),
    },
    says: /bytes of history/,
  },
  'a million items': {
    attack: { steps: line(job('work', 'worker', '', '', each('=for i in 1..1000000 return i'))) },
    says: /at most 100,000 items/,
  },
  'a list of five thousand items': {
    attack: { steps: line(job('work', 'worker', '', '', each('=for i in 1..5000 return i'))) },
    says: /at most 1000 items/,
  },
  'a thousand times a thousand times a thousand items': {
    attack: {
      steps: line(
        scope(
          'a',
          scope('b', `${job('work', 'worker', '', '', THOUSAND)[1]}${flow('bf', 'b_start', 'work')}`, THOUSAND)[1] +
            flow('af', 'a_start', 'b'),
          THOUSAND,
        ),
      ),
    },
    says: /at most 10000/,
  },
  'a process that calls itself': { attack: { steps: line(calling('main')) }, says: /calls at most 16 deep/ },
  'a process that calls itself ten times over': {
    attack: { steps: line(calling('main', each('=for i in 1..10 return i'))) },
    variables: { burden: 'x'.repeat(100_000) },
    says: /calls at most 16 deep|bytes of/,
  },
  'two processes that call each other': {
    attack: { steps: line(calling('ping')), roots: process('ping', 'pong') + process('pong', 'ping') },
    says: /calls at most 16 deep/,
  },
  'fifty border events on a step that goes round': {
    attack: {
      steps:
        round(scope('s', `<bpmn:endEvent id="e"/>${flow('sf', 's_start', 'e')}`)) +
        '<bpmn:endEvent id="end"/>' +
        many(
          50,
          (i) =>
            `<bpmn:boundaryEvent id="b${i}" attachedToRef="s" cancelActivity="false">${timerDefinition('timeDuration', 'PT1H')}</bpmn:boundaryEvent>${flow(`bf${i}`, `b${i}`, 'end')}`,
        ).join(''),
    },
    says: /at most/,
  },
  'a thousand steps with fifty border events each': {
    attack: {
      steps: line(
        scope(
          's',
          `${user('u')[1]}${flow('sf', 's_start', 'u')}<bpmn:endEvent id="e"/>${many(50, (i) => `<bpmn:boundaryEvent id="b${i}" attachedToRef="u" cancelActivity="false">${timerDefinition('timeDuration', 'PT1H')}</bpmn:boundaryEvent>${flow(`bf${i}`, `b${i}`, 'e')}`).join('')}`,
          THOUSAND,
        ),
      ),
    },
    says: /at most (10000 open tasks|800000 steps)/,
  },
  'sixty thousand variables copied in a loop': {
    attack: { steps: round(script('x', '=1')) },
    variables: Object.fromEntries(many(60_000, (i) => [`v${i}`, 1])),
    says: /expressions of one command/,
  },
  'a large list handed on in a loop': {
    attack: { steps: round(script('x', '=l')) },
    variables: { l: many(150_000, (i) => i) },
    says: /bytes of history|at most/,
  },
  'two hundred candidate groups with long names': {
    attack: {
      steps: line(user('ask', '<zeebe:assignmentDefinition candidateGroups="=for i in 1..201 return string(i)"/>')),
    },
    says: /at most 200/,
  },
  'a job type of half a megabyte': {
    attack: { steps: line(script('s', HALF_A_MEGABYTE), job('work', '=s')) },
    says: /at most 200 characters/,
  },
  'an output of half a megabyte from each of a thousand items': {
    attack: {
      steps: line(script('s', HALF_A_MEGABYTE), [
        'many',
        `<bpmn:task id="many">${each('=for i in 1..1000 return i', 'outputCollection="all" outputElement="=s + &quot;&quot;"')}</bpmn:task>`,
      ]),
    },
    says: /bytes of/,
  },
  'an input of half a megabyte for each of a thousand items': {
    attack: {
      steps: line(
        script('s', HALF_A_MEGABYTE),
        job('work', 'worker', input('=s', 'mine') + output('=1', 'x'), '', THOUSAND),
      ),
    },
    says: /bytes of/,
  },
}
