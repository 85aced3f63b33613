/** A clerk's task has someone to do it, a form that exists, and eyes that are really four. */
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import { userId } from '../../ids.ts'
import { isProblem } from '../../problem.ts'
import { processOf, type Node } from '../diagram.ts'
import { extensionOf, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { isMomentText } from '../timer-text.ts'
import { laneGroups } from '../lanes.ts'
import type { Links } from '../links.ts'
import type { Report, Rule } from './rule.ts'
import { namesIn } from '../variable.ts'

export const userTasks: Rule = {
  name: 'user-tasks',
  says: {
    en: 'A user task has someone to do it, a form that exists, and four eyes that are two persons.',
    ar: 'لمهمة المستخدم من ينجزها ونموذج موجود، وعيونها الأربع شخصان.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:UserTask')) {
      checkAssignment(node, report, links)
      checkForm(node, report, links)
      checkTexts(node, report)
      for (const id of fourEyesOf(node)) checkFourEyes(node, id, diagram.nodes, report)
    }
  },
}

export function fourEyesOf(node: Node): readonly string[] {
  return namesIn(propertiesOf(node.element).get('masar:fourEyes'))
}

/** A person or group, rather than leaving it to the lane. */
export function namesSomebody(node: Node): boolean {
  const assignment = extensionOf(node.element, 'zeebe:AssignmentDefinition')
  return ['assignee', 'candidateGroups', 'candidateUsers'].some((it) => textOf(assignment, it) !== undefined)
}

function checkAssignment(node: Node, report: Report, links: Links | undefined): void {
  const assignment = extensionOf(node.element, 'zeebe:AssignmentDefinition')
  if (!namesSomebody(node) && laneGroups(node, links ?? { roles: new Set() }).length === 0)
    report.warning(
      node.element,
      {
        en: `Expected ${node.id} to say who may do it, but it names no assignee, group or user`,
        ar: `يجب أن تبيّن المهمة ${node.id} من ينجزها، لكنها لا تسمّي مكلَّفًا أو مجموعة أو مستخدمًا`,
      },
      {
        en: 'Add candidateGroups with a role of workflow.json, or call its lane by one',
        ar: 'أضف candidateGroups بدور من workflow.json أو سمِّ مساره باسم دور',
      },
    )
  checkUsers(node, assignment, report)
  const groups = textOf(assignment, 'candidateGroups')
  if (!links || groups === undefined) return
  for (const group of literalGroups(groups))
    if (!links.roles.has(group))
      report.error(
        node.element,
        {
          en: `Expected the group of ${node.id} among the roles of workflow.json, but ${quoted(group)} is not there`,
          ar: `يجب أن تكون مجموعة المهمة ${node.id} من أدوار workflow.json، لكن ${quoted(group)} ليست منها`,
        },
        { en: 'Add the role with its title, or correct the name', ar: 'أضف الدور وعنوانه أو صحّح الاسم' },
      )
}

/** A name nobody can sign in with would leave the task on no desk at all. */
function checkUsers(node: Node, assignment: ModdleElement | undefined, report: Report): void {
  for (const field of ['assignee', 'candidateUsers']) {
    const text = textOf(assignment, field)?.trim()
    if (text === undefined || isFeel(text)) continue
    const names = field === 'assignee' ? [text] : namesIn(text)
    for (const name of names.filter((it) => isProblem(userId(it))))
      report.error(
        node.element,
        {
          en: `Expected a user name of lower-case letters, digits, dots and hyphens in ${field} of ${node.id}, but found ${quoted(name)}`,
          ar: `يجب أن يكون ${field} في ${node.id} اسم مستخدم من حروف لاتينية صغيرة وأرقام ونقاط وشرطات، لكن وُجد ${quoted(name)}`,
        },
        {
          en: 'Write the name the person signs in with, or offer the task to a group',
          ar: 'اكتب الاسم الذي يدخل به الشخص، أو اعرض المهمة على مجموعة',
        },
      )
  }
}

/** Plain names, or a FEEL list of nothing but string literals; anything else is known only at run time. */
function literalGroups(text: string): readonly string[] {
  if (!isFeel(text.trim())) return namesIn(text)
  const list = /^=\s*\[\s*("[^"\\]*"\s*(?:,\s*"[^"\\]*"\s*)*)\]$/.exec(text.trim())?.[1]
  return list === undefined ? [] : [...list.matchAll(/"([^"\\]*)"/g)].map((it) => it[1] ?? '')
}

function checkForm(node: Node, report: Report, links: Links | undefined): void {
  const definition = extensionOf(node.element, 'zeebe:FormDefinition')
  const form = textOf(definition, 'formId')
  if (links && !links.open && form !== undefined && !isFeel(form) && !links.forms.has(form))
    report.error(
      node.element,
      {
        en: `Expected the form of ${node.id} in the package, but forms/${form.slice(0, 60)}.form.json is not there`,
        ar: `يجب أن يوجد نموذج المهمة ${node.id} في الحزمة، لكن الملف forms/${form.slice(0, 60)}.form.json غير موجود`,
      },
      { en: 'Add the form or correct formId', ar: 'أضف النموذج أو صحّح formId' },
    )
}

function checkFourEyes(node: Node, id: string, nodes: readonly Node[], report: Report): void {
  const other = nodes.find((it) => it.id === id && it.type === 'bpmn:UserTask' && processOf(it) === processOf(node))
  if (other && other !== node) return
  report.error(
    node.element,
    {
      en: `Expected masar:fourEyes of ${node.id} to name another user task of this process, but found ${quoted(id)}`,
      ar: `يجب أن تسمّي masar:fourEyes في ${node.id} مهمة أخرى من هذا الإجراء، لكن وُجد ${quoted(id)}`,
    },
    {
      en: 'Write the id of the task whose completer may not do this one',
      ar: 'اكتب معرّف المهمة التي لا يجوز لمنجزها أن ينجز هذه',
    },
  )
}

/** Plain texts of the desk: a priority from 0 to 100, dates as ISO 8601 or as a span from now. */
function checkTexts(node: Node, report: Report): void {
  const priority = textOf(extensionOf(node.element, 'zeebe:PriorityDefinition'), 'priority')?.trim()
  if (priority !== undefined && !isFeel(priority) && !/^(?:\d{1,2}|100)$/.test(priority))
    report.error(
      node.element,
      {
        en: `Expected a priority from 0 to 100 on ${node.id}, but found ${quoted(priority)}`,
        ar: `يجب أن تكون أولوية ${node.id} بين 0 و100، لكن وُجد ${quoted(priority)}`,
      },
      { en: 'Write a whole number', ar: 'اكتب عددًا صحيحًا' },
    )
  const schedule = extensionOf(node.element, 'zeebe:TaskSchedule')
  for (const name of ['dueDate', 'followUpDate']) {
    const text = textOf(schedule, name)?.trim()
    if (text === undefined || isFeel(text) || isMomentText(text)) continue
    report.error(
      node.element,
      {
        en: `Expected ${name} of ${node.id} like 2026-12-31T12:00:00Z, P3D or P3WD, but found ${quoted(text)}`,
        ar: `يجب أن يكون ${name} في ${node.id} مثل 2026-12-31T12:00:00Z أو P3D أو P3WD، لكن وُجد ${quoted(text)}`,
      },
      { en: 'Write an ISO 8601 text or FEEL after "="', ar: 'اكتب نصًا وفق ISO 8601 أو تعبير FEEL بعد "="' },
    )
  }
}
