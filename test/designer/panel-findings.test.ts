/** What the check says of an element stands at the very field that mends it; nothing it says is lost. */
import { describe, expect, test } from 'vitest'
import type { Links } from '../../engine/core/bpmn/links.ts'
import { placed } from '../../designer/procedure/properties/findings.ts'
import { groupsFor } from '../../designer/procedure/properties/groups.ts'
import { around, findingsOf, flow, NO_LINKS } from '../bpmn/drawing.ts'
import { subjectOf } from './answering.ts'
import { drawn } from './drawn.ts'

const LINKS: Links = { ...NO_LINKS, statutory: new Map(), services: new Set() }

const zeebe = (inner: string): string => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`

const task = (tag: string, inner = ''): string => around(`<bpmn:${tag} id="step">${inner}</bpmn:${tag}>`)

/** On "step" unless another element is named. */
const SAID: readonly (readonly [what: string, drawing: string, field: string, element?: string])[] = [
  [
    'an article that is not there',
    task(
      'userTask',
      zeebe('<zeebe:properties><zeebe:property name="masar:legalBasis" value="gone"/></zeebe:properties>'),
    ),
    'legal-basis.legalBasis',
  ],
  ['a form that is not there', task('userTask', zeebe('<zeebe:formDefinition formId="gone"/>')), 'form.formId'],
  ['nobody who does it', task('userTask'), 'people.candidateGroups'],
  [
    'a group that is no role',
    task('userTask', zeebe('<zeebe:assignmentDefinition candidateGroups="x"/>')),
    'people.candidateGroups',
  ],
  [
    'a name nobody signs in with',
    task('userTask', zeebe('<zeebe:assignmentDefinition assignee="No One"/>')),
    'people.assignee',
  ],
  [
    'four eyes of nobody',
    task(
      'userTask',
      zeebe('<zeebe:properties><zeebe:property name="masar:fourEyes" value="gone"/></zeebe:properties>'),
    ),
    'people.fourEyes',
  ],
  [
    'a priority out of range',
    task('userTask', zeebe('<zeebe:priorityDefinition priority="500"/>')),
    'urgency.priority',
  ],
  ['a date nobody can read', task('userTask', zeebe('<zeebe:taskSchedule dueDate="soon"/>')), 'urgency.dueDate'],
  ['a job without a type', task('serviceTask'), 'job.type'],
  ['too many attempts', task('serviceTask', zeebe('<zeebe:taskDefinition type="x" retries="900"/>')), 'job.retries'],
  [
    'a service without an agreement',
    task(
      'serviceTask',
      zeebe(
        '<zeebe:taskDefinition type="masar:databus"/><zeebe:ioMapping><zeebe:input source="PS/GOV/MOI/civil-registry/getPerson/v1" target="service"/></zeebe:ioMapping>',
      ),
    ),
    'template.service.service',
  ],
  [
    'a template that is not there',
    task(
      'serviceTask',
      zeebe(
        '<zeebe:taskDefinition type="masar:document"/><zeebe:taskHeaders><zeebe:header key="template" value="gone"/></zeebe:taskHeaders>',
      ),
    ),
    'template.document.template',
  ],
  ['a script without its variable', task('scriptTask', zeebe('<zeebe:script expression="=1"/>')), 'script.expression'],
  [
    'a table that is not there',
    task('businessRuleTask', zeebe('<zeebe:calledDecision decisionId="gone" resultVariable="r"/>')),
    'decision.decisionId',
  ],
  [
    'a procedure that is not there',
    task('callActivity', zeebe('<zeebe:calledElement processId="gone"/>')),
    'call.processId',
  ],
  ['a message without a name', task('receiveTask'), 'message.message'],
  [
    'a timer nobody can read',
    task(
      'intermediateCatchEvent',
      '<bpmn:timerEventDefinition id="d"><bpmn:timeDuration>soon</bpmn:timeDuration></bpmn:timerEventDefinition>',
    ),
    'timer.timer',
  ],
  ['a signal without a name', task('intermediateThrowEvent', '<bpmn:signalEventDefinition id="d"/>'), 'signal.signal'],
  [
    'a mapping without a source',
    task('manualTask')
      .replace('manualTask', 'userTask')
      .replace('</bpmn:manualTask>', '</bpmn:userTask>')
      .replace(
        'id="step">',
        `id="step">${zeebe('<zeebe:assignmentDefinition assignee="a"/><zeebe:ioMapping><zeebe:input source="" target="a"/></zeebe:ioMapping>')}`,
      ),
    'mappings.inputs',
  ],
  [
    'an arrow without a condition',
    around('<bpmn:exclusiveGateway id="step"/>', `<bpmn:endEvent id="other"/>${flow('f3', 'step', 'other', '=a')}`),
    'flow.condition',
    'f2',
  ],
]

describe('the panel shows at its field', () => {
  test.each(SAID.map(([what, drawing, field, element = 'step']) => ({ what, drawing, field, element })))(
    '$what',
    async ({ drawing, field, element }) => {
      const made = await drawn(drawing)
      const subject = subjectOf(made, element)
      const groups = groupsFor(subject.edit, subject.element, new Map()).map((group) => ({
        group,
        entries: group.entries(subject),
      }))
      const findings = (await findingsOf(await made.write(), LINKS)).filter(({ place }) => place === element)
      expect(findings.length).toBeGreaterThan(0)
      const { groups: shown, others } = placed(groups, findings)
      const at = shown.flatMap(({ group, entries }) =>
        entries.flatMap(({ entry, findings: own }) => own.map(() => `${group.id}.${entry.id}`)),
      )
      expect(at).toContain(field)
      expect(at.length + others.length).toBe(findings.length)
    },
  )
})
