/** A data-bus task whose service nobody can look up now is read from the drawing itself: its fields are the inputs it has. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type {
  Method,
  OfferedOperation,
  OfferedService,
  OperationInput,
} from '../../../engine/core/service-catalogue.ts'
import { METHODS } from '../../../engine/core/service-catalogue.ts'
import type { Editing } from '../properties/editing.ts'
import { INPUTS, rowsOf, rowValue } from '../properties/rows.ts'
import { busTemplate, type BusTemplate } from './bus-template.ts'

const PARTS = /^(query|body|segment)\.(.+)$/

export function templateFromDrawing(edit: Pick<Editing, 'get'>, element: ModdleElement): BusTemplate | undefined {
  const id = rowValue(edit, element, INPUTS, 'service')
  const method = METHODS.find((it) => it === rowValue(edit, element, INPUTS, 'method'))
  if (id === undefined || id.startsWith('=') || method === undefined) return undefined
  const operation = operationOf(edit, element, id, method)
  const service: OfferedService = {
    id,
    provider: { id: id.split('/').slice(0, 4).join('/'), name: '' },
    title: operation.title,
    allowed: true,
    operations: [operation],
  }
  return busTemplate(service, operation)
}

function operationOf(
  edit: Pick<Editing, 'get'>,
  element: ModdleElement,
  service: string,
  method: Method,
): OfferedOperation {
  const code = service.split('/')[4] ?? service
  const inputs = rowsOf(edit, element, INPUTS).flatMap(({ name }): readonly OperationInput[] => {
    const [, holder, part = ''] = PARTS.exec(name) ?? []
    if (holder === undefined) return []
    return [
      {
        name: part,
        in: holder === 'segment' ? 'path' : holder === 'body' ? 'body' : 'query',
        required: false,
        schema: {},
      },
    ]
  })
  return { method, path: '', title: { ar: code, en: code }, inputs, reply: {} }
}
