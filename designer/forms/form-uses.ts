/** Where a form is filled in: by whom an application is handed in with it, and at which steps of the drawings. Read from the files as they are, faults and all. */
import type { Text } from '../../engine/core/text.ts'
import { attributeIn, type DrawnElement, elementsIn } from '../procedure/properties/facts.ts'

export interface DrawnTask {
  /** The drawing it stands in. */
  readonly file: string
  readonly id: string
  readonly title: Text
  /** The form it shows. */
  readonly form: string
}

/** Every user task of the drawings, in the order of the files. */
export function tasksIn(files: ReadonlyMap<string, string>): readonly DrawnTask[] {
  return [...files].flatMap(([file, xml]) =>
    file.endsWith('.bpmn') ? elementsIn(xml, 'userTask').map((it) => ({ file, ...showing(it) })) : [],
  )
}

/** Where in the drawings the expressions of a form are evaluated: a step that shows it, or the procedure that begins with it. */
export function spotOf(
  files: ReadonlyMap<string, string>,
  form: string,
): { readonly file: string; readonly element: string } {
  const drawings = [...files].filter(([file]) => file.endsWith('.bpmn'))
  for (const [file, xml] of drawings) {
    const shown = [...elementsIn(xml, 'userTask'), ...elementsIn(xml, 'startEvent')]
      .map(showing)
      .find((it) => it.form === form)
    if (shown) return { file, element: shown.id }
  }
  for (const [file, xml] of drawings) {
    const [process] = elementsIn(xml, 'process')
    if (process) return { file, element: process.id }
  }
  return { file: '', element: '' }
}

const showing = ({ id, title, inside }: DrawnElement): Omit<DrawnTask, 'file'> => {
  const form = /<(?:[\w-]+:)?formDefinition\b([^>]*)>/.exec(inside)?.[1] ?? ''
  return { id, title, form: attributeIn(form, 'formId') }
}
