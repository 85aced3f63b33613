/** A link leads from one place of a page to another of the same scope: one way out for every name, and a way in. */
import { linkOf, linksIn } from '../compile/jumps.ts'
import { definitionOf, type Node } from '../diagram.ts'
import { childOf, childrenOf } from '../element.ts'
import type { Report, Rule } from './rule.ts'

export const linkEvents: Rule = {
  name: 'link-events',
  says: {
    en: 'A link has a name, one catching event of it, and a throwing event in the same scope.',
    ar: 'للرابط اسم وحدث التقاط واحد له وحدث رمي في النطاق نفسه.',
  },
  check(diagram, report) {
    for (const named of linksIn(diagram.nodes)) {
      const twins = named.filter(isCatch)
      for (const event of named) {
        const partners = isCatch(event) ? named.filter((it) => it.type !== event.type) : twins
        if (linkOf(event) === '') nameless(event, report)
        else if (partners.length === 0) alone(event, report)
        else if (isCatch(event) && twins[0] !== event) twice(event, report)
        else if (!agrees(event, partners)) contradicts(event, report)
      }
    }
  },
}

const isCatch = (node: Node): boolean => node.type === 'bpmn:IntermediateCatchEvent'

/** What the event says of its other end is one of its name. */
function agrees(event: Node, partners: readonly Node[]): boolean {
  const definition = definitionOf(event, 'bpmn:LinkEventDefinition')
  const target = childOf(definition, 'target')
  const said = [...childrenOf(definition, 'source'), ...(target ? [target] : [])]
  if (said.length === 0) return true
  const there = new Set(partners.map((it) => definitionOf(it, 'bpmn:LinkEventDefinition')))
  return said.every((it) => there.has(it))
}

function nameless(event: Node, report: Report): void {
  report.error(
    event.element,
    {
      en: `Expected the link event ${event.id} to have a name in its definition, but found none`,
      ar: `يجب أن يكون لحدث الرابط ${event.id} اسم في تعريفه، لكن لم يوجد`,
    },
    { en: 'Name the link, the same at both ends', ar: 'سمِّ الرابط بالاسم نفسه في الطرفين' },
  )
}

function alone(event: Node, report: Report): void {
  const [en, ar] = isCatch(event) ? ['throwing', 'رمي'] : ['catching', 'التقاط']
  report.error(
    event.element,
    {
      en: `Expected a ${en} link event named "${linkOf(event) ?? ''}" in the scope of ${event.id}, but there is none`,
      ar: `يجب أن يوجد في نطاق ${event.id} حدث ${ar} لرابط اسمه "${linkOf(event) ?? ''}"، لكنه غير موجود`,
    },
    {
      en: 'Draw the other end in the same process or subprocess; a link never crosses its border',
      ar: 'ارسم الطرف الآخر في الإجراء أو الإجراء الفرعي نفسه؛ فالرابط لا يعبر حدوده',
    },
  )
}

function twice(event: Node, report: Report): void {
  report.error(
    event.element,
    {
      en: `Expected one catching event for the link "${linkOf(event) ?? ''}", but ${event.id} is a second one`,
      ar: `يجب أن يوجد حدث التقاط واحد للرابط "${linkOf(event) ?? ''}"، لكن ${event.id} ثانٍ`,
    },
    { en: 'Give one of the two another name', ar: 'أعطِ أحدهما اسمًا آخر' },
  )
}

function contradicts(event: Node, report: Report): void {
  report.error(
    event.element,
    {
      en: `Expected source and target of ${event.id} to be link events of its name, but one is another`,
      ar: `يجب أن يكون source وtarget في ${event.id} حدثي رابط بالاسم نفسه، لكن أحدهما غير ذلك`,
    },
    { en: 'Remove source and target: the name says it', ar: 'احذف source وtarget؛ فالاسم يكفي' },
  )
}
