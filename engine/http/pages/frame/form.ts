/** A form on a page: sealed, and where it asks for files posted in parts, with the seal in its address (uploads.ts). */
import type { FastifyRequest } from 'fastify'
import { digestsIn } from '../../../../forms/files.ts'
import type { CompiledForm, FormContext } from '../../../../forms/form.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Digest } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import { isProblem } from '../../../core/problem.ts'
import type { Engine } from '../../../engine.ts'
import { csrfField, csrfToken } from './csrf.ts'
import { html, type Html, type Part } from './html.ts'

export interface PageForm {
  /** Within the site; may have a query. */
  readonly address: string
  readonly asksFiles: boolean
  /** Beside method and action. */
  readonly attributes?: Html
  readonly inside: Part
}

export function formAround(
  request: FastifyRequest,
  { address, asksFiles, attributes = html``, inside }: PageForm,
): Html {
  if (!asksFiles)
    return html`<form method="post" action="${address}" novalidate ${attributes}>${csrfField(request)}${inside}</form>`
  const sealed = `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ csrf: csrfToken(request) }).toString()}`
  return html`<form method="post" action="${sealed}" enctype="multipart/form-data" novalidate ${attributes}>
    ${csrfField(request)}${inside}
  </form>`
}

/** What the form is drawn with: also the names and sizes of the files that the answers name. */
export async function withFiles(
  engine: Engine,
  actor: Actor,
  form: CompiledForm,
  answers: JsonObject,
  context: FormContext,
): Promise<FormContext> {
  const digests = digestsIn(form, answers, context)
  if (digests.length === 0) return context
  const found = await Promise.all(digests.map((digest) => engine.getAttachment(actor, digest as Digest)))
  const known = found.flatMap((one) => (isProblem(one) ? [] : [one.attachment]))
  return { ...context, files: [...(context.files ?? []), ...known] }
}
