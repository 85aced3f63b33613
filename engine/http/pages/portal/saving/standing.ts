/**
 * That one window does not write over what another one saved, unseen: a page says what its questions were answered with when it was drawn, and is kept only where they still are,
 * or are answered alike. Other pages of the same form are in nobody's way.
 */
import { createHash } from 'node:crypto'
import { putFiles, withoutFiles } from '../../../../../forms/files.ts'
import type { CompiledForm, FormContext } from '../../../../../forms/form.ts'
import { answersOn } from '../../../../../forms/pages.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { html, type Html } from '../../frame/html.ts'
import { posted, textOf, type Sent } from '../steps.ts'

const FIELD = 'standing'
const LENGTH = 22

/** How the answers of a page stand. Files are put in and taken away one by one, and none of them over another window's. */
export const standingOf = (form: CompiledForm, page: string, answers: JsonObject): string =>
  createHash('sha256')
    .update(JSON.stringify(answersOn(form, page, withoutFiles(form, answers))))
    .digest('base64url')
    .slice(0, LENGTH)

/** Stands in a form beside its questions. */
export const standingField = (standing: string): Html =>
  html`<input type="hidden" name="${FIELD}" value="${standing}" />`

export interface Kept {
  /** To be saved; undefined: nothing. */
  readonly answers: JsonObject | undefined
  readonly standing: string
  /** Somebody saved other answers to this page since it was drawn; of what came in only files are kept, which cannot be sent again. */
  readonly overtaken: boolean
}

export function keptOver(form: CompiledForm, sent: Sent, before: JsonObject, context: FormContext): Kept {
  const page = pageSent(form, sent)
  const drawn = textOf(sent.body[FIELD])
  const { answers } = posted(form, sent, before, context)
  const now = standingOf(form, page, before)
  const standing = standingOf(form, page, answers)
  if (drawn === undefined || drawn === now || standing === now) return { answers, standing, overtaken: false }
  const filed = putFiles(form, before, sent.givenFiles, context).answers
  return {
    answers: filed === before ? undefined : filed,
    standing: now,
    overtaken: true,
  }
}

/** The page it was sent from. */
export const pageSent = (form: CompiledForm, { body }: Sent): string => textOf(body['page']) ?? form.pages[0]?.id ?? '1'
