/** A decision table that nobody has written yet, as a file. */
import { inBothLanguages } from '../../engine/core/bilingual.ts'
import type { Text } from '../../engine/core/text.ts'
import { inXml } from '../../engine/core/xml-text.ts'

export interface NewTable {
  readonly id: string
  readonly title: Text
  readonly hitPolicy: string
  readonly inputs: readonly { readonly expression: string; readonly type: string; readonly label: Text }[]
  readonly outputs: readonly { readonly name: string; readonly type: string; readonly label: Text }[]
  /** Tests, then answers. */
  readonly rules: readonly (readonly string[])[]
}

/** A file with one decision table in it. */
export function newTableFile({ id, title, hitPolicy, inputs, outputs, rules }: NewTable): string {
  const text = (content: string): string => `<text>${inXml(content)}</text>`
  const input = ({ expression, type, label }: NewTable['inputs'][number], at: number): string =>
    `      <input id="${id}_in${String(at)}" label="${inXml(inBothLanguages(label))}">
        <inputExpression id="${id}_in${String(at)}_expression" typeRef="${type}">
          ${text(expression)}
        </inputExpression>
      </input>`
  const output = ({ name, type, label }: NewTable['outputs'][number], at: number): string =>
    `      <output id="${id}_out${String(at)}" label="${inXml(inBothLanguages(label))}" name="${name}" typeRef="${type}" />`
  const entry = (kind: string, content: string, name: string): string =>
    `        <${kind} id="${name}">
          ${text(content)}
        </${kind}>`
  const rule = (cells: readonly string[], at: number): string => {
    const inner = cells.map((cell, column) =>
      entry(column < inputs.length ? 'inputEntry' : 'outputEntry', cell, `${id}_r${String(at + 1)}c${String(column)}`),
    )
    return `      <rule id="${id}_rule${String(at + 1)}">
${inner.join('\n')}
      </rule>`
  }
  const rows = [...inputs.map(input), ...outputs.map(output), ...rules.map(rule)].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}_file" name="${inXml(inBothLanguages(title))}" namespace="http://masar.ps/dmn" exporter="Masar" exporterVersion="1.0">
  <decision id="${id}" name="${id}">
    <description>${inXml(inBothLanguages(title))}</description>
    <variable id="${id}_variable" name="${id}" />
    <decisionTable id="${id}_table" hitPolicy="${hitPolicy}">
${rows}
    </decisionTable>
  </decision>
</definitions>
`
}
