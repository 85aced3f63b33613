/** Calls a form otherwise: its file, the steps and start events of all drawings that show it, and the form an application begins with, in one step. */
import type { FileChanges } from '../../engine/core/package/file-changes.ts'
import { readTitlePage, TITLE_PAGE, valueAt, withValue, writtenTitlePage } from '../policy/title-page.ts'
import { formPath } from './model/form-file.ts'

const START_FORM = ['start', 'form'] as const

/** Less than a file may be called (`engine/core/package/files.ts`): what reads well everywhere. */
export const isFormId = (id: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(id)

export function renamedForm(files: ReadonlyMap<string, string>, from: string, to: string): FileChanges {
  const named = [...files].flatMap(([path, text]): [string, string][] => {
    const next =
      path === TITLE_PAGE ? inWorkflow(text, from, to) : path.endsWith('.bpmn') ? inDrawing(text, from, to) : text
    return next === text ? [] : [[path, next]]
  })
  return new Map([[formPath(from), null], [formPath(to), files.get(formPath(from)) ?? ''], ...named])
}

/** Files that follow, beside the form itself. */
export const followersOf = (files: ReadonlyMap<string, string>, id: string): readonly string[] =>
  [...renamedForm(files, id, `${id}.`).keys()].slice(2)

function inDrawing(xml: string, from: string, to: string): string {
  const shown = new RegExp(
    `(<(?:[\\w-]+:)?formDefinition\\b[^>]*?\\bformId\\s*=\\s*)(["'])${from.replaceAll('.', '\\.')}\\2`,
    'g',
  )
  return xml.replaceAll(shown, (_, before: string, quote: string) => `${before}${quote}${to}${quote}`)
}

function inWorkflow(text: string, from: string, to: string): string {
  const page = readTitlePage(text)
  if (page === undefined || valueAt(page, START_FORM) !== from) return text
  return writtenTitlePage(withValue(page, START_FORM, to), text)
}
