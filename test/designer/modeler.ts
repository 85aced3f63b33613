/** What a modeller writes into the file when an analyst gives a task one of our templates and fills in its fields. */
import type { Condition, Property, Template } from '../../designer/procedure/templates/template.ts'

export type Answers = Readonly<Record<string, string | boolean>>

/** The service task "step". */
export function applied(template: Template, answers: Answers): string {
  const unknown = Object.keys(answers).filter((it) => !shown(template, it, answers))
  if (unknown.length > 0) throw new Error(`Expected answers to fields that ${template.id} shows, but ${unknown.join()}`)
  const written = template.properties.flatMap((it) => {
    if (!holds(template, it.condition, answers)) return []
    const value = valueOf(it, answers)
    if (value === '' && it.optional) return []
    if (value === '' && it.constraints?.notEmpty)
      throw new Error(`Expected ${template.id} to be given ${it.id ?? '?'}, but it is empty`)
    return [{ binding: it.binding, value: inFile(it, value) }]
  })
  const of = <T extends string>(type: T) =>
    written.flatMap(({ binding, value }) => (binding.type === type ? [{ ...binding, value }] : []))
  const definition = of('zeebe:taskDefinition').map((it) => attribute('property' in it ? it.property : '', it.value))
  const headers = of('zeebe:taskHeader').map((it) =>
    element('header', { key: 'key' in it ? it.key : '', value: it.value }),
  )
  const inputs = of('zeebe:input').map((it) =>
    element('input', { source: it.value, target: 'name' in it ? it.name : '' }),
  )
  const outputs = of('zeebe:output').map((it) =>
    element('output', { source: 'source' in it ? it.source : '', target: it.value }),
  )
  return `<bpmn:serviceTask id="step" zeebe:modelerTemplate="${template.id}" zeebe:modelerTemplateVersion="${String(template.version)}">
<bpmn:extensionElements><zeebe:taskDefinition ${definition.join(' ')}/>
<zeebe:ioMapping>${[...inputs, ...outputs].join('')}</zeebe:ioMapping>
<zeebe:taskHeaders>${headers.join('')}</zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>`
}

function shown(template: Template, id: string, answers: Answers): boolean {
  return template.properties.some((it) => it.id === id && holds(template, it.condition, answers))
}

/** A field whose condition rests on a hidden field is hidden with it. */
function holds(template: Template, condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true
  const on = template.properties.find((it) => it.id === condition.property)
  if (on === undefined || !holds(template, on.condition, answers)) return false
  const value = valueOf(on, answers)
  return condition.equals === value || condition.oneOf?.some((it) => it === value) === true
}

const valueOf = ({ id, value }: Property, answers: Answers): string | boolean =>
  (id === undefined ? undefined : answers[id]) ?? value ?? ''

/** Ticks are FEEL in the file, and so is what must be FEEL. */
function inFile({ type, feel }: Property, value: string | boolean): string {
  const text = String(value)
  return (type === 'Boolean' || feel === 'required') && !text.startsWith('=') ? `=${text}` : text
}

const attribute = (name: string, value: string): string =>
  `${name}="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`

const element = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<zeebe:${name} ${Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join(' ')}/>`
